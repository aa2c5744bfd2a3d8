// A link to a table opens the fold it names.
function openFold() {
  const fold = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (fold && fold.tagName === "DETAILS") { fold.open = true; fold.scrollIntoView(); }
}
addEventListener("hashchange", openFold);
addEventListener("DOMContentLoaded", openFold);
// What is folded is printed too.
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach(fold => { fold.open = true; }));
