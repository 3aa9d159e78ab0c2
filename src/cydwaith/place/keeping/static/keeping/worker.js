// Opens the walking page without a signal, and sends what waits once there is one.
importScripts('/static/keeping/queue.js')

const KEPT = 'cydwaith-walk-1'
const PATIENCE = 4000
const ASSETS = /(?:href|src|data-govuk)="(\/static\/[^"]+)"/g

// The page as a stranger sees it: nobody's name is kept on a phone.
const keepPage = async () => {
  const cache = await caches.open(KEPT)
  const page = await fetch(registration.scope, { credentials: 'omit', cache: 'reload' })
  if (!page.ok) return
  const text = await page.clone().text()
  await cache.addAll(new Set([...text.matchAll(ASSETS)].map(found => found[1])))
  await cache.put(registration.scope, page)
}

const kept = request => caches.match(request, { ignoreSearch: true, ignoreVary: true, cacheName: KEPT })

const soon = (promise, after) => new Promise((yes, no) => {
  promise.then(yes, no)
  setTimeout(no, after, new Error('no answer'))
})

const fetched = async request => {
  const spare = await kept(request)
  if (!spare) return fetch(request)
  try {
    return await soon(fetch(request), PATIENCE)
  } catch {
    return spare
  }
}

const sendWaiting = async () => {
  await walkQueue.send(new URL('send/', registration.scope))
  new BroadcastChannel('cydwaith-walk').postMessage('sent')
}

addEventListener('install', event => event.waitUntil(keepPage().then(() => skipWaiting())))
addEventListener('activate', event => event.waitUntil(clients.claim()))
addEventListener('sync', event => event.waitUntil(sendWaiting()))
addEventListener('fetch', event => {
  const { request } = event
  if (request.method !== 'GET' || !request.url.startsWith(location.origin)) return
  event.respondWith(fetched(request))
  if (request.mode === 'navigate' && navigator.onLine) event.waitUntil(keepPage().catch(() => {}))
})
