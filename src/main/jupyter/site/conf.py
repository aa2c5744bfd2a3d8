"""Sphinx over the executed notebooks: no execution, no network, the same bytes from the same notebooks."""
project = "Speed bump or barrier wall?"
author = "The collection's authors"
extensions = ["myst_nb"]
nb_execution_mode = "off"
html_theme = "sphinx_book_theme"
html_title = project
html_copy_source = False
html_show_sourcelink = False
html_last_updated_fmt = None
myst_enable_extensions = ["dollarmath", "amsmath", "colon_fence"]
