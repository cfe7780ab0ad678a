// Everything can be read without this script; it adds a theme of one's own choice, sorting, filters and printing.
"use strict";

(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);

  // ---- Theme ----

  const theme = byId("theme");
  const isDark = () =>
    root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const nameTheme = () => {
    theme.textContent = isDark() ? "Light theme" : "Dark theme";
  };
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    nameTheme();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", nameTheme);
  nameTheme();
  theme.hidden = false;

  // ---- Printing: paper cannot be opened ----

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const each of opened) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of opened) each.open = false;
  });

  // ---- Tickets ----

  const table = byId("ticket-table");
  if (!table) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];

  const byText = new Intl.Collator("en", { numeric: true }).compare;
  const byNumber = (a, b) => a - b;

  /** Sorts by a column; rows without a value stay at the end in either direction. */
  const sort = (column, compare, direction) => {
    const key = (row) => row.cells[column].dataset.key;
    const sign = direction === "ascending" ? 1 : -1;
    rows.sort((a, b) => (key(a) === "") - (key(b) === "") || sign * compare(key(a), key(b)));
    body.append(...rows);
  };

  const headings = [...table.tHead.rows[1].cells];
  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const direction = heading.ariaSort === "ascending" ? "descending" : "ascending";
      for (const each of headings) each.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", direction);
      sort(column, heading.dataset.by === "text" ? byText : byNumber, direction);
    });
  });

  const filters = byId("filters");
  const names = ["severity", "response", "resolution"];
  const show = () => {
    const wanted = names.map((name) => [name, byId(`filter-${name}`).value]).filter(([, value]) => value);
    for (const row of rows) row.hidden = wanted.some(([name, value]) => row.dataset[name] !== value);
    const shown = rows.filter((row) => !row.hidden).length;
    byId("shown").textContent = `${shown} of ${rows.length} shown`;
    byId("none-shown").hidden = shown > 0;
  };
  filters.addEventListener("change", show);
  filters.addEventListener("reset", () => setTimeout(show));
  filters.addEventListener("submit", (event) => event.preventDefault());
  show();
  filters.hidden = false;
})();
