"""Sphinx over the executed notebooks: no execution, no network, the same bytes from the same notebooks."""
project = "Speed bump or barrier wall?"
html_title = project
extensions = ["myst_nb"]
myst_enable_extensions = ["dollarmath", "amsmath", "colon_fence"]
nb_execution_mode = "off"
nb_code_prompt_show = "Show code"
nb_code_prompt_hide = "Hide code"

html_theme = "sphinx_book_theme"
html_theme_options = {
    "use_download_button": False,
    "use_fullscreen_button": False,
    "footer_content_items": [],
    "home_page_in_toc": True,
    "show_toc_level": 1,
}
html_static_path = ["_static"]
html_css_files = ["site.css", "explorer.css"]
html_js_files = ["site.js", "explorer-rules.js", "explorer.js"]
mathjax_path = "tex-svg.js"
html_copy_source = False
html_show_sourcelink = False
html_last_updated_fmt = None
# Summaries are fetched page by page, which browsers refuse where pages lie on the file system.
html_show_search_summary = False
html_use_index = False
