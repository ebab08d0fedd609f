// Looks at pages in a browser: axe-core's rules, sideways scrolling, requests to elsewhere.
//
//   node check-html.mjs CHROMIUM AXE FILE ...
//
// Speaks the browser's own protocol through a pipe, so that nothing else has to be installed. Ends with 3 when anything
// is found; any other code but 0 means that it could not look.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const VIEWS = ["light", "dark"].flatMap((scheme) => [1280, 320].map((width) => ({ scheme, width })));
const PATIENCE_MILLIS = 60_000;

const [chromium, axeFile, ...files] = process.argv.slice(2);

/** A browser at the other end of a pipe. */
class Browser {
  constructor(command) {
    this.profile = mkdtempSync(join(tmpdir(), "check-html-"));
    const flags = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
      "--disable-background-networking", "--disable-component-update", "--remote-debugging-pipe",
      `--user-data-dir=${this.profile}`,
    ];
    this.process = spawn(command, flags, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    // A pipe that breaks is told by the browser's end.
    this.process.stdio[3].on("error", () => {});
    this.number = 0;
    this.waiting = new Map();
    this.events = [];
    let rest = "";
    this.process.stdio[4].setEncoding("utf8").on("data", (chunk) => {
      const messages = (rest + chunk).split("\0");
      rest = messages.pop();
      messages.forEach((message) => this.receive(JSON.parse(message)));
    });
    this.gone = new Promise((_, reject) => {
      this.process.on("error", reject);
      this.process.on("exit", (code) => reject(new Error(`${command} ended with ${code}`)));
    });
    this.gone.catch(() => {});
  }

  receive({ id, method, params, result, error }) {
    if (id === undefined) {
      this.events.push({ method, params });
      return;
    }
    const { resolve, reject } = this.waiting.get(id);
    this.waiting.delete(id);
    if (error) reject(new Error(error.message));
    else resolve(result);
  }

  send(method, params = {}) {
    const id = ++this.number;
    this.process.stdio[3].write(JSON.stringify({ id, method, params, sessionId: this.session }) + "\0");
    const answer = new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    const late = new Promise((_, reject) => {
      setTimeout(() => reject(new Error(`${method} takes too long`)), PATIENCE_MILLIS).unref();
    });
    return Promise.race([answer, this.gone, late]);
  }

  async openTab() {
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    this.session = sessionId;
    for (const domain of ["Page", "Network", "Runtime"]) await this.send(`${domain}.enable`);
  }

  async evaluate(expression) {
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", {
      expression, awaitPromise: true, returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async show(url, { scheme, width }) {
    await this.send("Emulation.setDeviceMetricsOverride", { width, height: 900, deviceScaleFactor: 1, mobile: false });
    await this.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: scheme }] });
    this.events = [];
    const { errorText } = await this.send("Page.navigate", { url });
    if (errorText) throw new Error(errorText);
    await this.evaluate("new Promise((done) => document.readyState === 'complete' ? done() : addEventListener('load', done))");
    const seen = await this.evaluate("[location.href, innerWidth, matchMedia('(prefers-color-scheme: dark)').matches].join()");
    if (seen !== [url, width, scheme === "dark"].join()) throw new Error(`the browser shows ${seen}`);
  }

  async close() {
    this.session = undefined;
    await this.send("Browser.close").catch(() => this.process.kill());
    await this.gone.catch(() => {});
    try {
      rmSync(this.profile, { recursive: true, force: true });
    } catch {
      // A process of the browser is still writing there; the folder lies among temporary files.
    }
  }
}

/** What is wrong with one page in one view, a line each. */
async function look(browser, axe, url, view) {
  await browser.show(url, view);
  const requests = browser.events.filter(({ method }) => method === "Network.requestWillBeSent");
  // A page may show the photos that lie in a folder beside it, and those inside it.
  const own = (asked) => asked === url || asked.startsWith("data:") || asked.startsWith(`${url.replace(/\.[^./]+\.html$/, "")}-photos/`);
  const foreign = requests.map(({ params }) => params.request.url).filter((asked) => !own(asked));
  const overflow = await browser.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth");
  await browser.evaluate(`${axe};0`);
  // WCAG's strictest contrast, 7:1, is off by default.
  const { violations, passes } = await browser.evaluate(
    "axe.run(document, { rules: { 'color-contrast-enhanced': { enabled: true } }, resultTypes: ['violations'] })",
  );
  if (passes.length === 0) throw new Error("axe checked nothing");
  return [
    ...foreign.map((asked) => `loads ${asked}`),
    ...(overflow > 0 ? [`is ${overflow} pixels too wide`] : []),
    ...violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help}\n    ${target}: ${failureSummary.replace(/\s+/g, " ")}`),
    ),
  ];
}

const axe = readFileSync(axeFile, "utf8");
const browser = new Browser(chromium);
let found = 0;
try {
  await browser.openTab();
  for (const file of files) {
    for (const view of VIEWS) {
      for (const finding of await look(browser, axe, pathToFileURL(file).href, view)) {
        console.log(`${file} (${view.scheme}, ${view.width}): ${finding}`);
        found += 1;
      }
    }
  }
  process.exitCode = found > 0 ? 3 : 0;
} catch (error) {
  console.error(`check-html: ${error.message}`);
  process.exitCode = 2;
} finally {
  await browser.close();
}
