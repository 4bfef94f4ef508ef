# ruff: noqa: RUF001 - letters of other languages are meant
"""What the built-in styles are called in the languages of Word.

Word itself stores a built-in style under its English name whatever the language of its menus, and
translates the id only. Other software, and people who make a style by hand, write what they see.
"""

from __future__ import annotations

_HEADINGS = (
    "Titre|Überschrift|Título|Titolo|Cabeçalho|Kop|Rubrik|Overskrift|Otsikko|Nagłówek|Nadpis|"
    "Címsor|Titlu|Επικεφαλίδα|Заголовок|Başlık|Naslov|Pealkiri|Virsraksts|Antraštė|Заглавие|"
    "Ceannteideal|見出し|标题|標題|제목|عنوان|כותרת"
)

_NAMES = {
    "Title": "Titre|Titel|Título|Titolo|Rubrik|Tittel|Otsikko|Tytuł|Název|Názov|Cím|Titlu|Τίτλος|"
    "Название|Назва|Konu Başlığı|Naslov|Pealkiri|表題|标题|標題|제목|العنوان",
    "Subtitle": "Sous-titre|Untertitel|Subtítulo|Sottotitolo|Ondertitel|Subtitel|Underrubrik|"
    "Undertitel|Undertittel|Alaotsikko|Podtytuł|Podnadpis|Podtitul|Alcím|Subtitlu|Υπότιτλος|"
    "Подзаголовок|Підзаголовок|Alt Yazı|Podnaslov|Alapealkiri|副題|副标题|副標題|부제",
    "Heading 1": "|".join(f"{word} 1" for word in _HEADINGS.split("|")),
    "Heading 2": "|".join(f"{word} 2" for word in _HEADINGS.split("|")),
    "Body Text": "Corps de texte|Textkörper|Texto independiente|Texto de cuerpo|Cuerpo de texto|"
    "Corpo testo|Corpo del testo|Corpo de texto|Corpo do texto|Plattetekst|Platte tekst|Brödtext|"
    "Brødtekst|Leipäteksti|Tekst podstawowy|Treść tekstu|Základní text|Tělo textu|Základný text|"
    "Szövegtörzs|Corp text|Σώμα κειμένου|Основной текст|Основний текст|Gövde Metni|Tijelo teksta|"
    "Telo besedila|Kehatekst|本文|正文文本|本文文字|본문",
    "List Bullet": "Liste à puces|Aufzählungszeichen|Aufzählung|Lista con viñetas|Punto elenco|"
    "Lista com marcas|Commarcadores|Com marcadores|Lijst opsom.teken|Lijstopsomteken|Opsomming|"
    "Punktlista|Opstilling - punkttegn|Punktliste|Punktmerket liste|Merkitty luettelo|"
    "Lista punktowana|Seznam s odrážkami|Zoznam s odrážkami|Felsorolás|Listă cu marcatori|"
    "Λίστα με κουκκίδες|Маркированный список|Маркований список|Madde İşareti|Grafičke oznake|"
    "箇条書き|列表项目符号",
    "List Number": "Liste à numéros|Liste numérotée|Listennummer|Nummerierung|Lista con números|"
    "Numero elenco|Lista numerada|Numerada|Lijstnummering|Numrerad lista|Opstilling - talopst.|"
    "Nummerert liste|Numeroitu luettelo|Lista numerowana|Číslovaný seznam|Číslovaný zoznam|"
    "Számozott lista|Listă numerotată|Λίστα με αριθμούς|Нумерованный список|Нумерований список|"
    "Liste Numarası|Brojevi|段落番号|列表编号",
    "Quote": "Citation|Zitat|Cita|Citazione|Citação|Citaat|Citat|Sitat|Lainaus|Cytat|Citát|Idézet|"
    "Παράθεση|Цитата|Alıntı|引用文|引用|인용",
    "Caption": "Légende|Beschriftung|Descripción|Epígrafe|Leyenda|Didascalia|Legenda|Bijschrift|"
    "Beskrivning|Billedtekst|Bildetekst|Kuvaotsikko|Kuvan otsikko|Podpis|Titulek|Popis|"
    "Képaláírás|Legendă|Λεζάντα|Название объекта|Підпис|Resim Yazısı|Opis slike|Napis|"
    "図表番号|题注|標號|캡션",
    "Header": "En-tête|Kopfzeile|Encabezado|Encabezamiento|Intestazione|Cabeçalho|Koptekst|"
    "Sidhuvud|Sidehoved|Topptekst|Ylätunniste|Nagłówek|Záhlaví|Hlavička|Élőfej|Antet|Κεφαλίδα|"
    "Верхний колонтитул|Верхній колонтитул|Üst Bilgi|Zaglavlje|Glava|Päis|ヘッダー|页眉|頁首|"
    "머리글",
    "Footer": "Pied de page|Fußzeile|Pie de página|Piè di pagina|Pie' di pagina|Rodapé|Voettekst|"
    "Sidfot|Sidefod|Bunntekst|Alatunniste|Stopka|Zápatí|Päta|Élőláb|Subsol|Υποσέλιδο|"
    "Нижний колонтитул|Нижній колонтитул|Alt Bilgi|Podnožje|Noga|Jalus|フッター|页脚|頁尾|바닥글",
    "Strong": "Élevé|Accentuation forte|Fett|Betont|Texto en negrita|Enfasi (grassetto)|Forte|"
    "Zwaar|Stark|Stærk|Sterk|Voimakas|Pogrubienie|Silné|Silný|Kiemelt|Robust|Строгий|Güçlü",
    "Emphasis": "Accentuation|Hervorhebung|Énfasis|Enfasi (corsivo)|Enfasi|Ênfase|Nadruk|Betoning|"
    "Fremhævning|Utheving|Korostus|Uwydatnienie|Zdůraznění|Zvýraznenie|Accentuat|Выделение|Vurgu",
    "Hyperlink": "Lien hypertexte|Lien Internet|Internetlink|Hipervínculo|"
    "Collegamento ipertestuale|Hiperligação|Hiperlink|Hyperlänk|Hyperkobling|Hyperlinkki|"
    "Hiperłącze|Hypertextový odkaz|Hypertextové prepojenie|Hiperhivatkozás|Υπερ-σύνδεση|"
    "Гиперссылка|Köprü|ハイパーリンク|超链接|超連結",
}  # fmt: skip
"""Names by the English one, in French, German, Spanish, Italian, Portuguese, Dutch, Swedish,
Danish, Norwegian, Finnish, Polish, Czech, Slovak, Hungarian, Romanian, Greek, Russian and others:
those of Word and, where they differ, of LibreOffice."""


_NAMES["List Bullet 2"] = "|".join(f"{name} 2" for name in _NAMES["List Bullet"].split("|"))
_NAMES["List Number 2"] = "|".join(f"{name} 2" for name in _NAMES["List Number"].split("|"))


def local_names(name: str) -> tuple[str, ...]:
    """Return what a style may be called instead of its English name."""
    return tuple(_NAMES.get(name, "").split("|")) if name in _NAMES else ()
