"""`briefgen completion`: the script that completes commands in a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from briefgen.cli.option import SETTINGS, debug_option


@click.command(
    context_settings=SETTINGS,
    epilog="""\b
Examples:
  briefgen completion bash > ~/.local/share/bash-completion/completions/briefgen
  briefgen completion zsh > ~/.zfunc/_briefgen
  briefgen completion fish > ~/.config/fish/completions/briefgen.fish

\b
Or for this session only: eval "$(briefgen completion bash)"
""",
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@debug_option
def command(shell: str) -> None:
    """Print the completion script of a shell.

    It completes commands, options, lengths, audiences and templates.
    """
    known = get_completion_class(shell)
    assert known is not None
    root = click.get_current_context().find_root().command
    script = known(root, {}, "briefgen", "_BRIEFGEN_COMPLETE")
    # Filled here, as `source()` would first run the shell to ask for its version.
    click.echo(script.source_template % script.source_vars())
