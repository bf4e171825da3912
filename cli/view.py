"""`cajad view`: a network as one offline page."""

from pathlib import Path

import click

from cajad.cli.options import as_of_option, lang_option, reading_store, store_option, write_output


@click.command()
@click.argument("network", default="relations")
@click.option("-p", "parameters", multiple=True, metavar="NAME=VALUE", help="A parameter of the network's query.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, allow_dash=True), help="[default: cajad-NETWORK.html]"
)
@click.option("--title", help="The page's title.")
@click.option("--open", "open_page", is_flag=True, help="Open the page in the browser.")
@click.option("--list", "list_networks", is_flag=True, help="List the networks.")
@as_of_option
@lang_option
@store_option
def view(
    network: str,
    parameters: tuple[str, ...],
    output: Path | None,
    title: str | None,
    open_page: bool,
    list_networks: bool,
    as_of: str,
    lang: str,
    store_path: Path | None,
) -> None:
    """Draw a network as one offline HTML page.

    NETWORK is a network by name or a .rq file that gives ?source and ?target. The page needs no network and
    asks for none; click a node or an edge to see who says so.

    \b
    Example:
      cajad view --open
      cajad view meetings --lang ja -o meetings.html
    """
    if list_networks:
        click.echo(_listing())
        return
    from cajad.cli.metrics import read_named_network
    from cajad.graph.drawing import draw

    with reading_store(store_path, as_of) as store:
        graph = read_named_network(store, network, parameters)
        page = draw(store, graph, title=title or _title(network, as_of), lang=lang)
    path = output or Path(f"cajad-{_file_stem(network)}.html")
    write_output(path, page.encode())
    if str(path) == "-":
        return
    click.echo(str(path.resolve()))
    if open_page:
        click.launch(path.resolve().as_uri())


def _file_stem(network: str) -> str:
    """Give the name of a network or of its file; a query given as text has none."""
    name = Path(network).stem if network.endswith(".rq") else network
    return name if name.replace("-", "").isalnum() else "network"


def _title(network: str, as_of: str) -> str:
    from cajad.queries.catalogue import find_query, query_names

    known = network in query_names("network")
    question = find_query(network, "network").question if known else "Japan and Central Asia"
    return f"{question} (as of {as_of})" if as_of else question


def _listing() -> str:
    from cajad.queries.catalogue import find_query, query_names

    return "\n".join(f"{name}\n    {find_query(name, 'network').question}" for name in query_names("network"))
