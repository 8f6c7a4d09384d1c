// Texts that do harm where they are taken for something else: SQL, a formula of a spreadsheet, a header, a path, a line of a log, a template.

export const hostileTexts = [
  "'; drop table agreements; --", "' or '1'='1", "1; select pg_sleep(20)", "x') union select hash from keys --", '$$;select 1;$$', '\\x27 or 1=1', "E'\\047'", '%\' and 1=1 --', '" or ""="', '/**/or/**/1=1',
  '=1+1', '=cmd|\'/C calc\'!A0', '+1+1', '-2+3', '@SUM(A1)', '\t=1+1', '\r=1+1', '=HYPERLINK("http://example.org")', '"=1+1"', "'=1+1",
  'x\r\nSet-Cookie: a=b', 'x\r\n\r\nHTTP/1.1 200 OK', 'x\nX-Injected: 1', '%0d%0aX-Injected: 1', 'x\u2028fail: forged', 'x\nfail: forged[0]\n      forged', '\u001b[31mforged\u001b[0m', '\u001b]0;forged\u0007', '\u0000\u0008\u007f\u009b31m',
  '../../etc/passwd', '..%2f..%2fetc%2fpasswd', '..\\..\\windows', '/proc/self/environ', 'file:///etc/passwd', '//example.org/x', '%2e%2e/%2e%2e', 'C:\\', 'x/../y', '%252e%252e%252f',
  '{0}', '{Method}', '${jndi:ldap://example.org}', '{{7*7}}', '<script>alert(1)</script>', '<!ENTITY x SYSTEM "file:///etc/passwd">', '%s%n%x', '`id`', '$(id)', '| id', '__proto__', 'http://169.254.169.254/',
];

// An answer may quote what it was asked.
const quotes = hostileTexts.flatMap(text => [text, JSON.stringify(text).slice(1, -1)]);
const withoutQuotes = text => quotes.reduce((left, quote) => left.replaceAll(quote, ''), text);

/** What an answer never says: where in the code it failed, in which statement, or with which header a client had its way. */
export function* leaks({ status, headers, body }) {
  const [, told] = /(\n\s+at [\w.]+\(|\bNpgsql\b|PostgresException|System\.[\w.]*Exception|SqlState|\b(?:select|insert into|update|delete from) .{0,200}\b(?:from|values|set|where) \w+ [a-z]{1,2}\b)/s.exec(status >= 400 ? withoutQuotes(body.toString()) : '') ?? [];
  if (told) yield ['an answer that tells of the inside', told];
  const forged = ['set-cookie', 'x-injected', 'x-powered-by', 'server'].filter(name => name in headers);
  if (forged.length > 0) yield ['a header that is not ours', forged.join(', ')];
  const missing = Object.entries({ 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'cross-origin' }).filter(([name, value]) => headers[name] !== value);
  // What Kestrel refuses by itself has no headers of ours.
  if (missing.length > 0 && status !== 304 && body.length > 0) yield ['an answer without its precautions', missing.map(([name]) => name).join(', ')];
}
