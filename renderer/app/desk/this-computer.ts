import { createStore, get, set } from 'idb-keyval'
import program from '../../../package.json' with { type: 'json' }
import { type CallEndpoint, EndpointError, enter, parseEndpointAnswer } from '../../../shared/features/desk/pair.ts'
import { placePath } from '../../../shared/features/desk/place.ts'

/** The identity that a browser keeps of its desk. The private key can be used but not exported, not even by this page. */
type KeptIdentity = { desk: number; key: string; privateKey: CryptoKey }

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
const identityKey = 'meja'
export const programVersion = program.version

/** The installed program shows the page of its host under this address, wherever the host is. */
export const isDeskInShell = window.location.origin === 'app://meja'
/** The shell serves its own page under its own scheme. Only there does a preload pass a port to the backend. */
export const isInShell = window.location.protocol === 'app:' && !isDeskInShell
/** True when this page was loaded from another computer. */
export const isDesk = isDeskInShell || (!isInShell && window.location.protocol === 'https:')
/** The `tempat` of the address, set by the shell: 'baru' on a new computer, 'meja' on a desk whose host does not answer. */
export const shellPage = isInShell ? new URLSearchParams(window.location.search).get('tempat') : null

function store() {
  return createStore('balai-meja', 'kunci')
}

/** The call to the host that this page came from. @throws EndpointError if the host refuses; TypeError if it does not answer */
export const callHost: CallEndpoint = async (path, body) => {
  const answer = await fetch(`/pintu/${path}`, { method: 'POST', body: JSON.stringify(body) })
  return parseEndpointAnswer(answer.status, await answer.text())
}

/** Calls the installed program about this computer. @throws EndpointError; TypeError while the host does not answer it */
export const callShell: CallEndpoint = async (path, body) => {
  const answer = await fetch(`${placePath}${path}`, { method: 'POST', body: JSON.stringify(body) })
  try {
    return parseEndpointAnswer(answer.status, await answer.text())
  } catch (error) {
    throw error instanceof EndpointError && error.code === 'host_away' ? new TypeError(error.words) : error
  }
}

/** Makes a new key pair for this computer. */
export async function makeKeys(): Promise<{ deskKey: string; privateKey: CryptoKey }> {
  const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  return { deskKey: base64(await crypto.subtle.exportKey('spki', pair.publicKey)), privateKey: pair.privateKey }
}

export async function keepIdentity(identity: KeptIdentity): Promise<void> {
  await set(identityKey, identity, store())
}

let coming: Promise<boolean> | undefined

/** Signs this computer in as a paired desk; false if it is not paired, or no longer. @throws TypeError while nobody answers */
export function signInDesk(): Promise<boolean> {
  // Many calls may find out at once that they need to sign in; one sign-in serves all.
  coming ??= signInNow().finally(() => {
    coming = undefined
  })
  return coming
}

async function signInNow(): Promise<boolean> {
  // Here the program itself signs in, with a key that the page never sees.
  if (isDeskInShell) return (await callShell<{ in: boolean }>('enter', {})).in
  const kept = await get<KeptIdentity>(identityKey, store())
  if (!kept) return false
  try {
    await enter(callHost, { ...kept, sign: text => sign(kept.privateKey, text) }, null, programVersion)
    return true
  } catch (error) {
    if (error instanceof EndpointError) return false
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
