// A link to a table opens the fold it names.
function openFold() {
  const fold = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (fold && fold.tagName === "DETAILS") { fold.open = true; fold.scrollIntoView(); }
}
addEventListener("hashchange", openFold);
addEventListener("DOMContentLoaded", openFold);
// What is folded is printed too.
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach(fold => { fold.open = true; }));
// The theme's buttons and folds bear names that leave out the words on them, and its side bar is no landmark.
addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll(".search-button-field, summary[aria-label]").forEach(one => one.removeAttribute("aria-label"));
  document.querySelectorAll("th.head:empty, th.head > p:empty").forEach(one => { // a header without words is none
    const header = one.closest("th"), cell = document.createElement("td");
    cell.className = header.className;
    header.replaceWith(cell);
  });
  document.querySelectorAll(".sidebar-primary-items__start").forEach(bar => { bar.setAttribute("role", "navigation"); bar.setAttribute("aria-label", "Site"); });
});
