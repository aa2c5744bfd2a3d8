"""Builds the reading edition: the executed notebooks as pages that open from the file system."""
import contextlib
import io
import pathlib
import shutil


def build(root, out):
    """Writes the site under `out` and returns its first page."""
    from sphinx.cmd.build import build_main

    source = root / "target" / "site-source"
    shutil.rmtree(source, ignore_errors=True)
    source.mkdir(parents=True)
    templates = pathlib.Path(__file__).parent / "site"
    shutil.copytree(templates, source, dirs_exist_ok=True)
    pages = sorted((root / "notebooks").glob("[0-9]*.ipynb"))
    for page in pages:
        shutil.copy(page, source)
    (source / "index.md").write_text("# Speed bump or barrier wall?\n\n```{toctree}\n" + "\n".join(page.stem for page in pages) + "\n```\n", encoding="utf-8")
    said = io.StringIO()
    with contextlib.redirect_stderr(said):
        status = build_main(["-q", "-W", "--keep-going", "-E", "-b", "html", str(source), str(out)])
    if status:
        raise SystemExit(f"The site could not be built:\n{said.getvalue()}")
    return out / "index.html"


def board_rows(root):
    return []
