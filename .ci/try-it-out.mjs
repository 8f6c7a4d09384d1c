// Opens Swagger UI in a real browser and presses Execute on every operation, with nothing filled in by hand.
// Usage: node try-it-out.mjs http://localhost:8080
import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

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
try {
  const page = await browser.newPage();
  page.on('console', message => message.type() === 'error' && faults.push(`console: ${message.text()}`));
  page.on('pageerror', error => faults.push(`page: ${error.message}`));
  page.on('request', request => own.some(start => request.url().startsWith(start))
    || faults.push(`outside request: ${request.url()}`));

  await page.goto(base, { waitUntil: 'networkidle' });
  if (!page.url().includes('/swagger')) faults.push(`/ led to ${page.url()}`);
  await page.waitForSelector('.opblock');
  const operations = await page.$$eval('.opblock', blocks => blocks.map(block => block.id));
  const document = await (await page.request.get(`${base}/openapi.json`)).json();
  const documented = Object.values(document.paths).flatMap(path => Object.keys(path)).length;
  if (operations.length !== documented) faults.push(`${operations.length} operations shown, ${documented} documented`);

  for (const id of operations) {
    const block = page.locator(`[id="${id}"]`);
    await block.locator('.opblock-summary-control').click();
    await block.locator('button.execute').click();
    const status = await block.locator('.live-responses-table tbody .response-col_status').first().innerText();
    const body = await block.locator('.live-responses-table .response-col_description pre').first().innerText();
    if (!status.startsWith('200')) faults.push(`${id}: ${status} ${body.slice(0, 200)}`);
    if (/"items": \[\]/.test(body)) faults.push(`${id}: an empty list`);
    if (process.env.SCREENSHOTS) await block.screenshot({ path: join(process.env.SCREENSHOTS, `${id}.png`) });
    await block.locator('.opblock-summary-control').click();
  }

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
  console.log(`Swagger UI: ${operations.length} operations executed untouched, ${faults.length} faults`);
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
