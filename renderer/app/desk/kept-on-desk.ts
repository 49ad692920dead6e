import { createStore, del, entries, set } from 'idb-keyval'

// What is typed on a desk survives its page and its host. It is stored encrypted, with a key that the host gives to the signed-in person and that is
// never stored here. It holds the text of unsaved forms.

type Encrypted = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }

const algorithm = 'AES-GCM'
let open: { key: CryptoKey; whose: string } | null = null
/** Writes run one after the other: an older save must not bring back what was forgotten. */
let writing: Promise<void> = Promise.resolve()

function store() {
  return createStore('balai-meja-isian', 'isian')
}

/** What this person left typed here, by form. @param secret base64 of 32 bytes, from the host */
export async function openKept(operatorId: number, secret: string): Promise<Map<string, string>> {
  const raw = Uint8Array.from(atob(secret), letter => letter.charCodeAt(0))
  const key = await crypto.subtle.importKey('raw', raw, algorithm, false, ['encrypt', 'decrypt'])
  const whose = `${operatorId} `
  open = { key, whose }
  const found = new Map<string, string>()
  for (const [name, { iv, bytes }] of await entries<string, Encrypted>(store())) {
    if (!name.startsWith(whose)) continue
    try {
      const text = await crypto.subtle.decrypt({ name: algorithm, iv }, key, bytes)
      found.set(name.slice(whose.length), new TextDecoder().decode(text))
    } catch {
      // Encrypted for another host or data folder: cannot be read any more.
      await del(name, store())
    }
  }
  return found
}

/** Forms wait for a pause in the typing before they keep a text; each of these keeps it at once. */
const late = new Set<() => void>()

/** @returns how to end it, when the form closes */
export function keepsLate(keepNow: () => void): () => void {
  late.add(keepNow)
  return () => void late.delete(keepNow)
}

/** Resolves when everything typed so far is stored. */
export function keepAllNow(): Promise<void> {
  for (const keepNow of late) keepNow()
  return writing
}

/** From now on nothing is stored or forgotten, so the drafts of a session that was ended stay. */
export function closeKept(): void {
  void keepAllNow()
  open = null
}

/** Stores a text; null deletes it. */
export function keepOnDesk(form: string, text: string | null): Promise<void> {
  if (!open) return Promise.resolve()
  const { key, whose } = open
  writing = writing
    .then(async () => {
      if (text === null) return del(whose + form, store())
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const bytes = await crypto.subtle.encrypt({ name: algorithm, iv }, key, new TextEncoder().encode(text))
      await set(whose + form, { iv, bytes } satisfies Encrypted, store())
    })
    // The disk is full: typing goes on, and the text is kept only as long as the page is open.
    .catch(() => undefined)
  return writing
}
