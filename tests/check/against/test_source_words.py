"""The word lists of each language read sentences that were written by others.

Those on rights are from the Charter of Fundamental Rights of the European Union, which is in force
in each language.
"""

from __future__ import annotations

import msgspec
import pytest

from briefgen.check.against.denials import denied_once
from briefgen.check.against.index import SourceIndex
from briefgen.check.against.strength import stronger, without_questions
from briefgen.languages.source_words import FOLDER, SourceWords, source_words
from briefgen.types.source_text import SourceText

LANGUAGES = sorted(file.stem for file in FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_all_the_words(language: str) -> None:
    empty, held = SourceWords(), source_words(language)
    assert [
        name for name in held.__struct_fields__ if getattr(held, name) == getattr(empty, name)
    ] == []


def test_a_language_without_a_file_has_no_words_at_all() -> None:
    assert source_words("xx-YY") == source_words("xx")
    assert source_words("../en").negates.search("not") is None


def test_a_misspelt_key_of_a_language_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="negation"):
        msgspec.convert({"negation": "not"}, SourceWords)


@pytest.mark.parametrize(
    ("language", "denied", "said"),
    [
        ("en", "No one shall be held in slavery or servitude.", "Everyone has the right to life."),
        (
            "fr",
            "Nul ne peut être tenu en esclavage ni en servitude.",
            "Toute personne a droit à la vie.",
        ),
        (
            "de",
            "Niemand darf in Sklaverei oder Leibeigenschaft gehalten werden.",
            "Jeder Mensch hat das Recht auf Leben.",
        ),
        (
            "es",
            "Nadie podrá ser sometido a esclavitud o servidumbre.",
            "Toda persona tiene derecho a la vida.",
        ),
        (
            "it",
            "Nessuno può essere tenuto in condizioni di schiavitù o di servitù.",
            "Ogni persona ha diritto alla vita.",
        ),
    ],
)
def test_a_denial_is_one_in_each_language(language: str, denied: str, said: str) -> None:
    words = source_words(language)
    assert words.negates.search(denied)
    assert not words.negates.search(said)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Not only towns, but villages pay, too."),
        ("fr", "La mission est sans doute la plus chère."),
        ("de", "Die Arbeit ist noch im Gange."),
        ("es", "Sin embargo, la misión continúa."),
        ("it", "Senza dubbio la missione è la più cara."),
    ],
)
def test_what_only_looks_like_a_denial_is_none(language: str, said: str) -> None:
    assert not source_words(language).negates.search(said)


@pytest.mark.parametrize(
    ("language", "ours", "theirs"),
    [
        ("en", "The death penalty may be applied.", "The death penalty may not be applied."),
        (
            "fr",
            "Le clonage reproductif des êtres humains est permis.",
            "Le clonage reproductif des êtres humains n'est pas permis.",
        ),
        (
            "de",
            "Das reproduktive Klonen von Menschen ist zulässig.",
            "Das reproduktive Klonen von Menschen ist nicht zulässig.",
        ),
        (
            "es",
            "La clonación reproductora de seres humanos está permitida.",
            "La clonación reproductora de seres humanos nunca está permitida.",
        ),
        (
            "it",
            "La clonazione riproduttiva degli esseri umani è permessa.",
            "La clonazione riproduttiva degli esseri umani non è permessa.",
        ),
    ],
)
def test_a_lost_not_is_found_in_each_language(language: str, ours: str, theirs: str) -> None:
    assert denied_once(ours, theirs, _index(language))
    assert denied_once(theirs, theirs, _index(language)) is None


@pytest.mark.parametrize(
    ("language", "weak", "strong"),
    [
        ("en", "The survey suggests a rise.", "The survey proves a rise."),
        ("en", "Prices may rise in 2020.", "Prices will rise in 2020."),
        ("en", "The mission helps to protect towns.", "The mission protects towns."),
        ("fr", "L'enquête suggère une hausse.", "L'enquête prouve une hausse."),
        ("fr", "Les prix pourraient monter en 2020.", "Les prix vont monter en 2020."),
        ("fr", "La mission contribue à protéger les villes.", "La mission protège les villes."),
        ("de", "Die Umfrage legt nahe, dass es mehr werden.", "Die Umfrage beweist es."),
        ("de", "Die Preise könnten 2020 steigen.", "Die Preise werden 2020 steigen."),
        ("es", "La encuesta sugiere un aumento.", "La encuesta prueba un aumento."),
        ("es", "Los precios podrían subir en 2020.", "Los precios van a subir en 2020."),
        ("it", "L’indagine suggerisce un aumento.", "L’indagine prova un aumento."),
        ("it", "I prezzi potrebbero salire nel 2020.", "I prezzi saliranno nel 2020."),
        ("it", "La missione aiuta a proteggere le città.", "La missione protegge le città."),
    ],
)
def test_a_surer_wording_is_found_in_each_language(language: str, weak: str, strong: str) -> None:
    index = _index(language)
    assert stronger(strong, weak, index)
    assert stronger(weak, strong, index) is None


def test_permission_to_plan_is_no_doubt() -> None:
    permitted = "The bill only gave planning permission for the line."
    assert stronger("The bill gave permission for the line.", permitted, _index("en")) is None
    planned = "The board is planning to build the line."
    assert stronger("The board will build the line.", planned, _index("en"))


@pytest.mark.parametrize(
    ("language", "signposted", "kind"),
    [
        ("en", "Secondly, and relatedly, trade has grown.", "order"),
        ("en", "Nonetheless, the mission goes on.", "turn"),
        ("fr", "En second lieu, le commerce a progressé.", "order"),
        ("fr", "Toutefois, la mission se poursuit.", "turn"),
        ("de", "Zweitens ist der Handel gewachsen.", "order"),
        ("de", "Dennoch geht der Einsatz weiter.", "turn"),
        ("es", "En segundo lugar, el comercio ha crecido.", "order"),
        ("es", "Sin embargo, la misión continúa.", "turn"),
        ("it", "In secondo luogo, il commercio è cresciuto.", "order"),
        ("it", "Tuttavia, la missione continua.", "turn"),
    ],
)
def test_a_signpost_is_found_in_each_language(language: str, signposted: str, kind: str) -> None:
    found = source_words(language).signpost.search(signposted)
    assert found is not None
    assert found.lastgroup == kind


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", '"The dams do not hold", warned the minister.'),
        ("fr", "« Les barrages ne tiennent pas », a averti la ministre."),
        ("de", "„Die Dämme halten nicht“, warnte die Ministerin."),
        ("es", "«Los diques no aguantan», advirtió la ministra."),
        ("it", "«Le dighe non tengono», ha avvertito la ministra."),
    ],
)
def test_a_reporting_verb_is_found_in_each_language(language: str, sentence: str) -> None:
    assert source_words(language).reports.search(sentence)


@pytest.mark.parametrize(
    ("language", "sentence", "meaning"),
    [
        ("en", "slightly over 16,400 people", "above"),
        ("fr", "près de 16 400 personnes", "almost"),
        ("de", "mindestens 16.400 Menschen", "least"),
        ("es", "al menos 16.400 personas", "least"),
        ("it", "quasi 16.400 persone", "almost"),
    ],
)
def test_a_qualifier_has_its_meaning_in_each_language(
    language: str, sentence: str, meaning: str
) -> None:
    meanings = source_words(language).qualifier_meanings
    assert [name for name, words in meanings.items() if words.search(sentence)] == [meaning]


def _index(language: str) -> SourceIndex:
    return SourceIndex(SourceText("none.txt", "0" * 64, (), language))


@pytest.mark.parametrize(
    ("language", "asked", "said"),
    [
        ("en", "Nobody knows what the line will cost.", "The line will cost more."),
        ("fr", "Personne ne sait combien il devra coûter.", "Il devra coûter plus."),
        ("de", "Niemand weiß, was die Bahn kosten wird.", "Die Bahn wird mehr kosten."),
        ("es", "Nadie sabe qué deberá costar.", "Deberá costar más."),
        ("it", "Nessuno sa che cosa dovrà costare.", "Dovrà costare di più."),
    ],
)
def test_what_is_asked_is_not_said(language: str, asked: str, said: str) -> None:
    index = SourceIndex(SourceText("", "", (), language))
    assert without_questions(said, index) == said
    assert asked.split(" ", 1)[0] not in without_questions(asked, index)
