import { createStore, del, entries, set } from 'idb-keyval'

// What is typed on a desk outlives its page and its host: encrypted, with a key that the host gives to who has signed in and that is kept
// nowhere here. It is the words in forms that are not saved yet.

type Sealed = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }

const algorithm = 'AES-GCM'
let open: { key: CryptoKey; whose: string } | null = null
/** One after the other: what is forgotten must not be written again by an older keeping. */
let writing: Promise<void> = Promise.resolve()

function store() {
  return createStore('balai-meja-isian', 'isian')
}

/**
 * What this person left typed here, by form.
 * @param secret base64 of 32 bytes, as the host gave it
 */
export async function openKept(operatorId: number, secret: string): Promise<Map<string, string>> {
  const raw = Uint8Array.from(atob(secret), letter => letter.charCodeAt(0))
  const key = await crypto.subtle.importKey('raw', raw, algorithm, false, ['encrypt', 'decrypt'])
  const whose = `${operatorId} `
  open = { key, whose }
  const found = new Map<string, string>()
  for (const [name, { iv, bytes }] of await entries<string, Sealed>(store())) {
    if (!name.startsWith(whose)) continue
    try {
      const text = await crypto.subtle.decrypt({ name: algorithm, iv }, key, bytes)
      found.set(name.slice(whose.length), new TextDecoder().decode(text))
    } catch {
      // Of another house, or another data folder: nobody can read it any more.
      await del(name, store())
    }
  }
  return found
}

export function closeKept(): void {
  open = null
}

/** Null forgets it. */
export function keepOnDesk(form: string, text: string | null): Promise<void> {
  if (!open) return Promise.resolve()
  const { key, whose } = open
  writing = writing
    .then(async () => {
      if (text === null) return del(whose + form, store())
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const bytes = await crypto.subtle.encrypt({ name: algorithm, iv }, key, new TextEncoder().encode(text))
      await set(whose + form, { iv, bytes } satisfies Sealed, store())
    })
    // A full disk: typing goes on, and it is there as long as the page is.
    .catch(() => undefined)
  return writing
}

/** Once all that was typed lies there. */
export function keptAll(): Promise<void> {
  return writing
}
