// The page opens in the language that was asked for, else in the one chosen here before, else in the browser's.
// Without this script the switch works as well (style.css); then the page opens in the language of the file.
(() => {
  "use strict";
  const root = document.documentElement;
  const choices = [...document.querySelectorAll("input[name=language]")];
  const show = (choice) => {
    root.lang = choice.value;
    document.title = choice.dataset.title;
  };
  const kept = (value) => {
    try {
      if (value) localStorage.setItem("kznews-language", value);
      return localStorage.getItem("kznews-language");
    } catch {
      return null; // a browser may keep nothing for a file
    }
  };
  const known = (value) => choices.find((choice) => value && choice.value === value.slice(0, 2).toLowerCase());
  const wanted = root.dataset.asked || kept() || (navigator.languages || []).find(known);
  const first = known(wanted) || known("en");
  first.checked = true;
  show(first);
  for (const choice of choices) {
    choice.addEventListener("change", () => {
      kept(choice.value);
      show(choice);
    });
  }
})();
