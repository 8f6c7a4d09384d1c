// Opens Swagger UI in a real browser, gives it a key, and presses Execute on every operation with nothing else filled in by hand, and sends every write once more.
// Usage: COOPERATION_KEY=coop_… node try-it-out.mjs http://localhost:8080
import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const key = process.env.COOPERATION_KEY;
if (!key) throw new Error('COOPERATION_KEY is not set: make a key with `keys create --name try-it-out --role admin`.');
const base = process.argv[2] ?? 'http://localhost:8080';
const profile = mkdtempSync(join(tmpdir(), 'swagger-ui-'));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  headless: true,
  viewport: { width: 1280, height: 900 },
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync',
  ],
});
const faults = [];
const own = [base, 'data:'];
const writes = [];
let isAnonymous = true;
try {
  const page = await browser.newPage();
  page.on('console', message => message.type() === 'error' && !(isAnonymous && message.text().includes('401')) && faults.push(`console: ${message.text()}`));
  page.on('pageerror', error => faults.push(`page: ${error.message}`));
  page.on('request', request => ['POST', 'PUT', 'PATCH', 'DELETE'].includes(request.method()) && writes.push(request));
  page.on('request', request => own.some(start => request.url().startsWith(start))
    || faults.push(`outside request: ${request.url()}`));

  await page.goto(base, { waitUntil: 'networkidle' });
  if (!page.url().includes('/swagger')) faults.push(`/ led to ${page.url()}`);
  await page.waitForSelector('.opblock');
  const operations = await page.$$eval('.opblock', blocks => blocks.map(block => block.id));
  const document = await (await page.request.get(`${base}/openapi.json`)).json();
  const documented = Object.values(document.paths).flatMap(path => Object.keys(path)).length;
  if (operations.length !== documented) faults.push(`${operations.length} operations shown, ${documented} documented`);

  // A stream has no end to wait for, a file is for whoever tries to choose, and an import is known by whoever made it. A document is no file.
  const isLeftOut = (path, { responses, requestBody }) => 'text/event-stream' in (responses['200']?.content ?? {})
    || ('text/csv' in (requestBody?.content ?? {}) && !('application/json' in requestBody.content)) || path.startsWith('/imports/');
  const all = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods)
    .map(([method, operation]) => ({ method, id: operation.operationId, isLeftOut: isLeftOut(path, operation) })));
  const executed = operations.filter(id => !all.some(one => one.isLeftOut && id.endsWith(`-${one.id}`)));
  const executeOne = async id => {
    // With one tag shown, the page is quick.
    await page.locator('.operation-filter-input').fill(id.split('-')[1].replaceAll('_', ' '));
    const block = page.locator(`[id="${id}"]`);
    await block.locator('.opblock-summary-control').click();
    await block.locator('button.execute').click();
    const status = await block.locator('.live-responses-table tbody .response-col_status').first().innerText();
    const shown = block.locator('.live-responses-table .response-col_description pre').first();
    const body = status.startsWith('204') ? '' : await shown.innerText();
    if (process.env.SCREENSHOTS) await block.screenshot({ path: join(process.env.SCREENSHOTS, `${id}.png`) });
    await block.locator('.opblock-summary-control').click();
    return { status: status.slice(0, 3), body };
  };

  const [write] = executed.filter(id => id.endsWith('-CreateAgreement'));
  const { status } = await executeOne(write);
  if (status !== '401') faults.push(`${write} without a key: ${status}`);

  const authorize = async () => {
    await page.locator('.scheme-container button.authorize').click();
    const scheme = page.locator('.auth-container', { hasText: 'X-Api-Key' });
    await scheme.locator('input').fill(key);
    await scheme.locator('button.authorize').click();
    await page.locator('button.btn-done').first().click();
  };
  isAnonymous = false;
  writes.length = 0;
  const check = (what, status, body) => {
    if (!/^2/.test(status)) faults.push(`${what}: ${status} ${body.slice(0, 200)}`);
    if (/"items": \[\]/.test(body)) faults.push(`${what}: an empty list`);
  };
  await page.reload({ waitUntil: 'networkidle' });
  await page.waitForSelector('.opblock');
  await authorize();
  for (const id of executed) {
    const { status, body } = await executeOne(id);
    check(id, status, body);
  }

  // What was withdrawn is put back, by the very requests that the page sent: for each, the page takes seconds to understand the document anew.
  const ofTheConnection = ['host', 'connection', 'content-length', 'accept-encoding'];
  for (const request of writes) {
    const headers = Object.fromEntries(Object.entries(await request.allHeaders()).filter(([name]) => !ofTheConnection.includes(name)));
    const again = await fetch(request.url(), { method: request.method(), headers, body: request.postDataBuffer() });
    check(`${request.method()} ${request.url()} again`, `${again.status}`, await again.text());
  }

  // Whoever comes to this browser next finds no key in it.
  const kept = JSON.stringify([await page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }, document.cookie]), await browser.cookies()]);
  if (kept.includes(key)) faults.push('the key is kept in the browser');
  const framed = (await page.request.get(page.url())).headers()['content-security-policy'];
  if (!framed?.includes("frame-ancestors 'none'") || /unsafe-(inline|eval)/.test(framed)) faults.push(`the page has the policy ${framed}`);

  const expected = { POST: [undefined, 'application/json'], PUT: ['*', 'application/json'], PATCH: ['*', 'application/merge-patch+json'], DELETE: ['*', undefined] };
  for (const request of writes) {
    const headers = await request.allHeaders();
    const [ifMatch, contentType] = expected[request.method()];
    if (headers['x-api-key'] !== key || headers['if-match'] !== ifMatch || headers['content-type'] !== contentType)
      faults.push(`${request.method()} ${request.url()} was sent with If-Match ${headers['if-match']} as ${headers['content-type']}`);
  }
  const documentedWrites = all.filter(({ method, isLeftOut }) => method !== 'get' && !isLeftOut).length;
  if (writes.length !== documentedWrites) faults.push(`${writes.length} writes were sent, not ${documentedWrites}`);

  // A page of another origin may read, and see what caches need.
  const other = createServer((_, response) => response.end('<title>elsewhere</title>'));
  await new Promise(listening => other.listen(0, '127.0.0.1', listening));
  own.push(`http://127.0.0.1:${other.address().port}/`);
  await page.goto(own.at(-1));
  const elsewhere = await page.evaluate(async base => {
    const response = await fetch(`${base}/agreements?limit=1`, { headers: { 'If-None-Match': '"none"', Accept: 'text/csv' } });
    return [location.origin !== base, response.status, response.headers.get('etag'), response.headers.get('link'), await response.text()];
  }, base);
  other.close();
  if (!elsewhere[0] || elsewhere[1] !== 200 || !elsewhere[2] || !elsewhere[3]?.includes('rel="next"') || !elsewhere[4].startsWith('id,'))
    faults.push(`a page of another origin got ${JSON.stringify(elsewhere)}`);
  console.log(`Swagger UI: ${executed.length} operations executed untouched, ${writes.length} of them writes, sent twice, ${faults.length} faults`);
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
