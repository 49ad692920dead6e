import { createStore, get, set } from 'idb-keyval'
import program from '../../../package.json' with { type: 'json' }
import { type AskDoor, DoorError, doorAnswer, enter } from '../../../shared/features/desk/pair.ts'
import { placePath } from '../../../shared/features/desk/place.ts'

/** What a browser keeps of its desk: the own key can be used and never read, not even by this page. */
type KeptIdentity = { desk: number; key: string; privateKey: CryptoKey }

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
const identityKey = 'meja'
export const programVersion = program.version

/** The installed program shows the page of its house under this address, wherever the house is. */
export const isDeskInShell = window.location.origin === 'app://meja'
/** The shell serves its own page under its own scheme; only there is a preload that carries a port to the backend. */
export const isInShell = window.location.protocol === 'app:' && !isDeskInShell
/** Whether this page comes from the house of another computer. */
export const isDesk = isDeskInShell || (!isInShell && window.location.protocol === 'https:')
/** The shell asks which part its computer has: 'baru' on a new one, 'meja' at a desk whose house does not answer. */
export const askedPlace = isInShell ? new URLSearchParams(window.location.search).get('tempat') : null

function store() {
  return createStore('balai-meja', 'kunci')
}

/** Asks at the door of the house that this page came from. @throws DoorError; TypeError while nobody answers */
export const askDoor: AskDoor = async (path, body) => {
  const answer = await fetch(`/pintu/${path}`, { method: 'POST', body: JSON.stringify(body) })
  return doorAnswer(answer.status, await answer.text())
}

/** Asks the installed program about its own computer. @throws DoorError; TypeError while the house does not answer it */
export const askPlace: AskDoor = async (path, body) => {
  const answer = await fetch(`${placePath}${path}`, { method: 'POST', body: JSON.stringify(body) })
  try {
    return doorAnswer(answer.status, await answer.text())
  } catch (error) {
    throw error instanceof DoorError && error.code === 'house_away' ? new TypeError(error.words) : error
  }
}

/** A new key of this computer. */
export async function makeKeys(): Promise<{ deskKey: string; privateKey: CryptoKey }> {
  const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  return { deskKey: base64(await crypto.subtle.exportKey('spki', pair.publicKey)), privateKey: pair.privateKey }
}

export async function keepIdentity(identity: KeptIdentity): Promise<void> {
  await set(identityKey, identity, store())
}

let coming: Promise<boolean> | undefined

/** Comes in as the desk that this computer is; false where it is none, or is none any more. @throws TypeError while nobody answers */
export function comeIn(): Promise<boolean> {
  // Many calls find out at once that they are out; one comes in for all.
  coming ??= enterNow().finally(() => {
    coming = undefined
  })
  return coming
}

async function enterNow(): Promise<boolean> {
  // There the program comes in, with a key that the page never sees.
  if (isDeskInShell) return (await askPlace<{ in: boolean }>('enter', {})).in
  const kept = await get<KeptIdentity>(identityKey, store())
  if (!kept) return false
  try {
    await enter(askDoor, { ...kept, sign: text => sign(kept.privateKey, text) }, null, programVersion)
    return true
  } catch (error) {
    if (error instanceof DoorError) return false
    throw error
  }
}

async function sign(key: CryptoKey, text: string): Promise<string> {
  const signed = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, new TextEncoder().encode(text))
  return base64(signed)
}

function base64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
}
