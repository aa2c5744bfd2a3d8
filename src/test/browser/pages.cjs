// Reads every page of target/site in a headless Chromium, wide and narrow, light and dark: nothing may be cut off at the side, axe may find
// nothing, no script may fail, a notebook offered for download must be there, and "Change a choice" must move a word and take it back. Run by
// .ci/run, with names of pages of some alone; needs playwright-core and axe-core from npm.
const fs = require("fs");
const path = require("path");
const { pathToFileURL } = require("url");
const { chromium } = require("playwright-core");

const SITE = path.resolve(__dirname, "../../../target/site");
const NOTEBOOKS = path.resolve(__dirname, "../../../notebooks");
const AXE = require.resolve("axe-core/axe.min.js");
const SCREENS = [[1280, "light"], [1280, "dark"], [390, "light"], [390, "dark"]];
const MADE_BY_SPHINX = new Set(["genindex.html", "search.html"]);

const wrong = [];

async function look(browser, file, width, scheme) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
  const page = await context.newPage();
  const said = what => {
    wrong.push(what);
    console.error(`${file} at ${width}, ${scheme}: ${what}`);
  };
  page.on("pageerror", error => said(`a script failed: ${error.message}`));
  await page.goto(pathToFileURL(path.join(SITE, file)).href);
  await page.evaluate(dark => { document.documentElement.dataset.mode = dark; document.documentElement.dataset.theme = dark; }, scheme);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (over > 1) { said(`${over} pixels wider than the screen`); }
  await page.addScriptTag({ path: AXE });
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  for (const violation of found.violations) {
    const first = violation.nodes[0];
    said(`axe, ${violation.id}, ${violation.nodes.length} times, first ${first.target.join(" ")}: ${first.failureSummary.split("\n")[1] || ""}`.trim());
  }
  if (width === 1280 && scheme === "light") { await downloads(page, said); }
  if (width === 1280 && scheme === "light" && await page.$("#change-a-choice")) { await change(page, said); }
  await context.close();
}

// A notebook that can be downloaded lies on the site, and is the one of the collection to the byte; each notebook's page offers its own.
async function downloads(page, said) {
  const names = await page.$$eval("a[download]", links => links.map(link => link.getAttribute("href")));
  const own = path.join(NOTEBOOKS, path.basename(new URL(page.url()).pathname, ".html") + ".ipynb");
  if (fs.existsSync(own) && !names.includes(`downloads/${path.basename(own)}`)) { said("its notebook cannot be downloaded"); }
  for (const name of names) {
    const here = path.join(SITE, name);
    if (!fs.existsSync(here)) { said(`${name} is not there`); }
    else if (!fs.readFileSync(here).equals(fs.readFileSync(path.join(NOTEBOOKS, path.basename(name))))) { said(`${name} is not the notebook of the collection`); }
  }
}

// Every option of the first choice but one is switched off: the page says that this is not the registered rule, and Back takes it back.
async function change(page, said) {
  const section = page.locator("#change-a-choice");
  const words = async () => {
    await section.evaluate(place => place.querySelectorAll("details").forEach(fold => { fold.open = true; }));
    await page.waitForTimeout(200); // a fold is filled as it opens
    return section.innerText();
  };
  await words();
  const before = await words();
  const box = section.locator("input[type=checkbox]:checked").first();
  if (await box.count() === 0) { return; }
  const address = page.url();
  await box.uncheck();
  const after = await words();
  if (page.url() === address) { said("the address does not hold what was changed"); }
  if (after === before) { said("an option switched off changes nothing on the page"); }
  const changed = page.url();
  await section.getByRole("button", { name: /registered/i }).first().click();
  if (await words() !== before) { said("Back to registered does not take a change back"); }
  const again = await page.context().newPage();
  await again.goto(changed);
  await again.locator("#change-a-choice").evaluate(place => place.querySelectorAll("details").forEach(fold => { fold.open = true; }));
  await again.waitForTimeout(200);
  if (await again.locator("#change-a-choice input[type=checkbox]:not(:checked)").count() === 0) { said("an address that was sent does not open what was changed"); }
  await again.close();
}

(async () => {
  const files = fs.readdirSync(SITE).filter(name => name.endsWith(".html") && !MADE_BY_SPHINX.has(name)).sort()
    .filter(name => process.argv.length < 3 || process.argv.slice(2).includes(name));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
  for (const file of files) {
    for (const [width, scheme] of SCREENS) { await look(browser, file, width, scheme); }
  }
  await browser.close();
  console.log(wrong.length ? `${wrong.length} faults on ${files.length} pages.` : `${files.length} pages read in a browser, wide and narrow, light and dark: nothing wrong.`);
  process.exit(wrong.length || !files.length ? 1 : 0);
})();
