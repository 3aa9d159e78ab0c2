// The walking page: keeps what is written, shows how it stands, sends it when there is a signal.
// Without this file, or where a browser keeps nothing, the form is sent as any other.
{
  const page = document.getElementById('walk')
  const form = document.getElementById('walk-form')
  const words = document.getElementById('walk-words').dataset
  const list = document.getElementById('walk-list')
  const signal = document.getElementById('walk-signal')
  const problem = document.getElementById('walk-problem')
  const FIELDS = ['name', 'kind', 'where', 'postcode', 'when', 'description', 'ask', 'reply_to', 'latitude', 'longitude']
  const NOWHERE = ['online', 'skill']
  const RETRY = [5, 30, 120, 600]
  let tries = 0, timer = 0, changing = ''

  const written = () => {
    const data = new FormData(form)
    return Object.fromEntries(FIELDS.map(name => [name, String(data.get(name) ?? '').trim()]))
  }

  const missing = said => {
    if (!said.name) return ['name', words.name]
    if (!said.kind) return ['kind', words.kind]
    const somewhere = said.where || said.postcode || said.latitude || NOWHERE.includes(said.kind)
    return somewhere ? null : ['where', words.where]
  }

  const clear = () => {
    form.reset()
    for (const name of ['latitude', 'longitude']) form.elements[name].value = ''
    document.getElementById('here-said').textContent = ''
  }

  const fill = said => {
    for (const name of FIELDS) form.elements[name].value = said[name] ?? ''
    form.elements.name.focus()
  }

  const add = (parent, kind, text) => parent.appendChild(Object.assign(document.createElement(kind), { textContent: text }))

  const button = (parent, item, text, act) => {
    const made = add(parent, 'button', text)
    made.type = 'button'
    made.className = 'govuk-button govuk-button--secondary'
    made.setAttribute('aria-label', `${text}: ${item.fields.name}`)
    made.addEventListener('click', act)
  }

  const line = item => {
    const row = document.createElement('li')
    row.dataset.state = item.state
    add(row, 'strong', item.fields.name)
    row.append(document.createElement('br'))
    add(row, 'span', words[item.state] + (item.state === 'refused' ? ` ${item.sentence}` : ''))
    if (item.state === 'sent') return row
    row.append(document.createElement('br'))
    if (item.state === 'refused') button(row, item, words.change, () => { changing = item.id; fill(item.fields) })
    button(row, item, words.remove, async () => { await walkQueue.remove(item.id); await show() })
    return row
  }

  const show = async () => {
    const items = await walkQueue.all()
    document.getElementById('walk-none').hidden = items.length > 0
    list.replaceChildren(...items.map(line))
  }

  const again = () => {
    clearTimeout(timer)
    timer = setTimeout(send, RETRY[Math.min(tries++, RETRY.length - 1)] * 1000)
  }

  const send = async () => {
    const waits = (await walkQueue.all()).some(item => item.state === 'waiting')
    if (!navigator.onLine) { signal.textContent = words.offline; return }
    signal.textContent = waits ? words.sending : ''
    try {
      await walkQueue.send(page.dataset.send)
      tries = 0
      signal.textContent = ''
    } catch {
      signal.textContent = words.later
      again()
    }
    await show()
  }

  // Asks the browser to send later even if the page is closed, where it can.
  const sendLater = async () => {
    const worker = await navigator.serviceWorker?.ready
    await worker?.sync?.register('walk').catch(() => {})
  }

  const keep = async event => {
    event.preventDefault()
    const said = written(), gap = missing(said)
    problem.textContent = gap ? gap[1] : ''
    if (gap) { form.querySelector(`[name=${gap[0]}]`).focus(); return }
    await walkQueue.put({ id: changing || walkQueue.newId(), fields: said, state: 'waiting', at: Date.now() })
    changing = ''
    clear()
    await show()
    signal.textContent = words.kept
    form.elements.name.focus()
    sendLater()
    if (navigator.onLine) await send()
  }

  const start = async () => {
    await walkQueue.forgetOld()
    page.hidden = false
    form.addEventListener('submit', keep)
    new BroadcastChannel('cydwaith-walk').addEventListener('message', show)
    addEventListener('online', send)
    addEventListener('offline', () => { signal.textContent = words.offline })
    document.addEventListener('visibilitychange', () => { if (!document.hidden) send() })
    await show()
    await send()
    navigator.serviceWorker?.register(page.dataset.worker, { scope: location.pathname })
  }

  start().catch(() => { page.hidden = true; form.removeEventListener('submit', keep) })
}
