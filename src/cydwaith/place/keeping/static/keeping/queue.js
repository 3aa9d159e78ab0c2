// What was found on a walk: kept in this browser until the server says that it has it.
// Used by the page and by the service worker. Sending twice does no harm: each thing has its own id.
self.walkQueue = (() => {
  const FOUND = 'found', AT_ONCE = 20, A_DAY = 86400000

  const opened = () => new Promise((yes, no) => {
    const asked = indexedDB.open('cydwaith-walk', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(FOUND, { keyPath: 'id' })
    asked.onsuccess = () => yes(asked.result)
    asked.onerror = () => no(asked.error)
  })

  // Runs `work` on the store and answers when what it wrote is safe.
  const within = async (mode, work) => {
    const base = await opened()
    try {
      return await new Promise((yes, no) => {
        const turn = base.transaction(FOUND, mode, { durability: 'strict' })
        const asked = work(turn.objectStore(FOUND))
        turn.oncomplete = () => yes(asked && asked.result)
        turn.onabort = turn.onerror = () => no(turn.error)
      })
    } finally {
      base.close()
    }
  }

  const all = async () => (await within('readonly', store => store.getAll())).sort((a, b) => a.at - b.at)
  const put = item => within('readwrite', store => store.put(item))
  const remove = id => within('readwrite', store => store.delete(id))

  // Changes one thing, unless it was thrown away or changed meanwhile.
  const settle = (id, at, news) => within('readwrite', store => {
    const asked = store.get(id)
    asked.onsuccess = () => {
      const item = asked.result
      if (item && item.state === 'waiting' && item.at === at) store.put({ ...item, ...news })
    }
  })

  const told = ({ id, fields }) => ({ id, ...fields })

  const post = async (address, items) => {
    const answer = await fetch(address, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ items: items.map(told) }),
    })
    if (!answer.ok) throw new Error(String(answer.status))
    return answer.json()
  }

  const sendSome = async (address, items) => {
    const { landed, refused } = await post(address, items)
    const at = new Map(items.map(item => [item.id, item.at]))
    for (const id of landed) await settle(id, at.get(id), { state: 'sent', sentAt: Date.now() })
    for (const { id, sentence } of refused) await settle(id, at.get(id), { state: 'refused', sentence })
  }

  // Sends what waits; throws when the server cannot be reached, and then everything still waits.
  const sendAll = async address => {
    const waiting = (await all()).filter(item => item.state === 'waiting')
    for (let start = 0; start < waiting.length; start += AT_ONCE) {
      await sendSome(address, waiting.slice(start, start + AT_ONCE))
    }
  }

  const send = address => (self.navigator.locks
    ? self.navigator.locks.request('cydwaith-walk', () => sendAll(address))
    : sendAll(address))

  const forgetOld = async () => {
    for (const item of await all()) {
      if (item.state === 'sent' && Date.now() - item.sentAt > A_DAY) await remove(item.id)
    }
  }

  const newId = () => {
    if (self.crypto.randomUUID) return self.crypto.randomUUID()
    const bytes = self.crypto.getRandomValues(new Uint8Array(16))
    bytes[6] = (bytes[6] & 15) | 64
    bytes[8] = (bytes[8] & 63) | 128
    const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  }

  return { all, put, remove, send, forgetOld, newId }
})()
