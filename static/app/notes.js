/* Keeps the notes of a meeting, or the parts of an assessment, as they are typed. Without it every place has its own button.
   Words that could not be sent wait in this tab alone, under this page, and go when they are kept, when somebody
   signs out and when the tab is closed. */
const status = document.getElementById('network')
const PAUSE = 1200
const AGAIN = 5000
const LOOK = 6000
const mine = `notes:${status.dataset.writer}:`
const kept = `${mine}${location.pathname}:`
const places = () => [...document.querySelectorAll('form[data-place]')]
const waiting = new Map()
const sent = new WeakMap()
let since = status.dataset.since

const fieldsOf = (form) => [...form.elements].filter((one) => one.name && one.type !== 'hidden')
const wordsOf = (form) => Object.fromEntries(fieldsOf(form).map((one) => [one.name, one.value.trim()]))
const same = (one, other) => Boolean(other) && Object.keys(other).every((name) => (one[name] || '') === other[name])
const said = (form, words) => { form.querySelector('[data-said]').textContent = words }
const isText = (form) => form.dataset.place === 'text'
const nameOf = (form) => kept + form.elements.section.value + (isText(form) ? '' : ':' + form.elements.key.value)

function put (form) {
  if (!form.elements.key.value && !isText(form)) form.elements.key.value = crypto.randomUUID()
  sessionStorage.setItem(nameOf(form), JSON.stringify({
    section: form.elements.section.value, key: form.elements.key.value, version: form.elements.version.value, words: wordsOf(form)
  }))
  form.parentElement.dataset.waits = ''
  clearTimeout(waiting.get(form))
  waiting.set(form, setTimeout(() => send(form), PAUSE))
}

function clear (form, name) {
  sessionStorage.removeItem(name)
  delete form.parentElement.dataset.waits
  waiting.delete(form)
}

async function send (form) {
  if ('busy' in form.dataset) return later(form, PAUSE)
  const name = nameOf(form)
  const words = JSON.stringify(wordsOf(form))
  form.dataset.busy = ''
  const before = sent.get(form)
  sent.set(form, wordsOf(form))
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), headers: { Accept: 'application/json' }, redirect: 'error' })
    if (!(answer.headers.get('Content-Type') || '').startsWith('application/json')) return stopped(form, answer.status)
    const told = await answer.json()
    if (answer.status === 422) return said(form, told.why.join(' '))
    if (answer.status === 409) {
      if (!same(told.theirs, before)) return clash(form, told)
      form.elements.key.value = told.key // our own words came through, and only the answer was lost
      form.elements.version.value = told.version
      return later(form, 0)
    }
    form.querySelector('[data-clash]')?.remove()
    const fresh = form.elements.version.value === '0'
    form.elements.key.value = told.key
    form.elements.version.value = told.version
    online()
    sessionStorage.removeItem(name)
    if (JSON.stringify(wordsOf(form)) !== words) return put(form)
    clear(form, nameOf(form))
    said(form, `Kept at ${told.at}`)
    if (fresh && !isText(form)) another(form)
  } catch {
    offline()
    later(form, AGAIN)
  } finally {
    delete form.dataset.busy
  }
}

function later (form, pause) {
  clearTimeout(waiting.get(form))
  waiting.set(form, setTimeout(() => send(form), pause))
}

function stopped (form, code) {
  said(form, 'Not kept yet')
  if (code >= 500) return later(form, AGAIN)
  status.textContent = code === 403 ? 'You are signed out. Your words wait in this tab. Sign in again in another tab, then open this page again in this one: they come back.' : 'This could not be kept. Your words wait in this tab. Copy them, and open the page again.'
}

function offline () {
  status.textContent = 'There is no network. Go on writing: your words wait in this tab, and are kept as soon as there is.'
}

function online () {
  if (status.textContent.startsWith('There is no network')) status.textContent = ''
}

/* Two people wrote in one place: both are shown, and whoever is second chooses. */
function clash (form, told) {
  form.querySelector('[data-clash]')?.remove()
  const box = document.createElement('div')
  box.dataset.clash = ''
  box.className = 'sp-honest'
  const say = (tag, words, name = '') => { const one = document.createElement(tag); one.textContent = words; one.className = name; box.append(one); return one }
  say('p', `${told.by} wrote here meanwhile. Nothing is lost: yours is above, and this is theirs.`, 'govuk-body').setAttribute('role', 'alert')
  for (const field of fieldsOf(form)) {
    const theirs = told.theirs[field.name] || ''
    if (theirs === field.value.trim()) continue
    const shown = field.type === 'select-one' ? [...field.options].find((one) => one.value === theirs)?.textContent : theirs
    say('p', field.labels[0]?.textContent || '', 'govuk-body')
    say('blockquote', shown || '(nothing)', 'govuk-inset-text')
  }
  const done = (after) => { form.elements.key.value = told.key; form.elements.version.value = told.version; box.remove(); after(); fieldsOf(form)[0].focus() }
  const press = (words, act) => { const one = say('button', words, 'govuk-button govuk-button--secondary'); one.type = 'button'; one.addEventListener('click', () => done(act)) }
  press('Keep both', () => {
    for (const field of fieldsOf(form)) {
      const theirs = told.theirs[field.name] || ''
      if (!theirs || theirs === field.value.trim()) continue
      if (field.tagName === 'TEXTAREA') field.value = `${theirs}\n\n${field.value}`.trim()
      else if (field.type === 'text') field.value = [theirs, field.value.trim()].filter(Boolean).join('; ')
      else if (!field.value) field.value = theirs
    }
    put(form)
  })
  press('Keep what I wrote', () => put(form))
  press(`Keep what ${told.by} wrote`, () => {
    const name = nameOf(form)
    for (const field of fieldsOf(form)) field.value = told.theirs[field.name] || ''
    clear(form, name)
    said(form, `${told.by}, ${told.at}`)
  })
  form.append(box)
}

/* A row that was added leaves an empty one behind it. */
function another (form) {
  const place = form.parentElement
  if (place.nextElementSibling) return
  const copy = place.cloneNode(true)
  const count = document.querySelectorAll('.sp-place').length + 1
  const next = copy.querySelector('form')
  for (const field of fieldsOf(next)) { field.value = ''; field.id = `${field.id}-${count}` }
  for (const label of copy.querySelectorAll('label')) label.htmlFor = `${label.htmlFor}-${count}`
  next.elements.key.value = ''
  next.elements.version.value = '0'
  said(next, '')
  delete copy.dataset.waits
  delete next.dataset.busy
  next.querySelector('[data-clash]')?.remove()
  place.after(copy)
  wake(next)
}

function wake (form) {
  form.addEventListener('input', () => put(form))
  form.addEventListener('submit', (event) => {
    if (event.submitter && 'goOn' in event.submitter.dataset) return // goes on to another page, with the words
    event.preventDefault()
    clearTimeout(waiting.get(form))
    send(form)
  })
}

/* What others wrote since: it comes into places where nothing of ours waits, and is said elsewhere. */
async function look () {
  try {
    const answer = await fetch(`${status.dataset.news}?since=${encodeURIComponent(since)}`, { headers: { Accept: 'application/json' }, redirect: 'error' })
    if (answer.status !== 200) return
    const told = await answer.json()
    since = told.now
    if (told.over) { status.textContent = 'Somebody has closed this. Open the page again to read what stands. Words of yours that wait here were not kept: copy them.'; clearInterval(looking) }
    for (const row of told.rows) take(row)
  } catch { /* the next look tries again */ }
}

function take (row) {
  const form = places().find((one) => one.elements.key.value === row.key) || places().find((one) => isText(one) && one.elements.section.value === row.section)
  if (!form) {
    if (!row.gone) status.textContent = `${row.by} added something at ${row.at}. Open the page again to read it: your own words are kept.`
    return
  }
  if (Number(form.elements.version.value) >= row.version) return
  if ('waits' in form.parentElement.dataset || form.contains(document.activeElement) || row.gone) {
    said(form, `${row.by} wrote here at ${row.at}`)
    return
  }
  for (const field of fieldsOf(form)) field.value = row.said[field.name] || ''
  form.elements.key.value = row.key
  form.elements.version.value = row.version
  said(form, `${row.by}, ${row.at}`)
}

/* Words that waited when the page was opened again go back to where they were typed. */
function bringBack () {
  for (const name of Object.keys(sessionStorage).filter((one) => one.startsWith(kept))) {
    const was = JSON.parse(sessionStorage.getItem(name))
    const there = places().find((one) => one.elements.section.value === was.section && (isText(one) || one.elements.key.value === was.key))
    const form = there || places().findLast((one) => one.elements.section.value === was.section && !one.elements.key.value)
    if (!form) continue
    for (const field of fieldsOf(form)) field.value = was.words[field.name] || ''
    if (!there) {
      form.elements.key.value = was.key
      another(form)
    }
    form.elements.version.value = was.version // what its writer had read, so that nobody is written over
    put(form)
  }
}

/* Whoever goes on to close what is written takes every word along. */
for (const goOn of document.querySelectorAll('[data-go-on]')) {
  goOn.addEventListener('click', async (event) => {
    const left = () => places().filter((one) => 'waits' in one.parentElement.dataset)
    if (!left().length) return
    event.preventDefault()
    await Promise.all(left().map(send))
    if (left().length) status.textContent = 'Some words are not kept yet. They stand in the places with a red edge. Wait for the network, or answer what is asked there.'
    else if (goOn.href) location.href = goOn.href
    else goOn.form.requestSubmit(goOn)
  })
}

for (const name of Object.keys(sessionStorage)) if (name.startsWith('notes:') && !name.startsWith(mine)) sessionStorage.removeItem(name)
status.textContent = ''
places().forEach(wake)
bringBack()
window.addEventListener('online', () => places().filter((one) => 'waits' in one.parentElement.dataset).forEach(send))
const looking = setInterval(look, LOOK)
