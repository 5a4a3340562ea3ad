// Opens the page without a network: every file that was fetched once is kept, and used when the network fails.

const KEPT = 'minsheng';

/** What the page is made of, and the descriptions that its first views need. */
const SHELL = [
  './',
  'answer.js',
  'api.js',
  'app.js',
  'cards.js',
  'clauses.js',
  'element.js',
  'facts.js',
  'failure.js',
  'field.js',
  'icon.svg',
  'interview.js',
  'situations.js',
  'keepsake.js',
  'largetype.js',
  'page.css',
  'parts.js',
  'payments.js',
  'policies.js',
  'policy.css',
  'policy.js',
  'questions.js',
  'results.js',
  'say.js',
  'session.js',
  'start.js',
  'timeline.js',
  'values.js',
  'words.js',
  'v1/divisions',
  'v1/policies',
];

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(SHELL)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  // Facts are sent with POST: neither they nor the answers to them are ever kept.
  if (event.request.method === 'GET') {
    event.respondWith(fetched(event.request));
  }
});

async function fetched(request) {
  const kept = await caches.open(KEPT);
  try {
    const response = await fetch(request);
    if (response.ok) {
      await kept.put(request, response.clone());
    }
    return response;
  } catch (unreached) {
    return (await kept.match(request, { ignoreVary: true })) || Response.error();
  }
}
