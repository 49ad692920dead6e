import { z } from 'zod'
import { line } from '../../kernel/schema.ts'

/** A house that other computers may come into, as it tells the office network. `address` is 'host:port'. */
export type FoundHouse = { host: string; centre: string; address: string; version: string; fingerprint: string }

/** What the installed program says of its own computer to the page that asks which part it has. */
export type PlaceState = {
  /** Nothing is set up here yet, so it may still become a desk. */
  mayJoin: boolean
  computer: string
  addresses: string[]
  version: string
  /** The house that this computer is a desk of. */
  house: { host: string; centre: string; address: string; name: string } | null
  /** 'other': somebody with another key answers where the house was. */
  line: 'here' | 'away' | 'other'
}

/** What it answers to who begins to come in. */
export type JoinBegun = { words: string[]; host: string; centre: string }
export type JoinWaited = { state: 'waiting' } | { state: 'refused'; by: string } | { state: 'approved' }

export const joinDraft = z.strictObject({
  address: line(255, 1),
  code: z.string().regex(/^\d{6}$/, { error: 'Kode sambung enam angka.' }),
  name: line(40, 1),
})

/** Where a desk finds the house when no port is said. */
export const usualDeskPort = 4840
/** Where the shell answers for its own computer; never sent to a house. */
export const placePath = '/tempat/'
/** Says that the call comes through an installed program, which prints and saves at the desk; its value names that one start of it. */
export const handsHeader = 'x-balai-tangan'
/** Where the program at a desk takes what is to be printed or saved there, and answers. */
export const handsPath = '/tangan'
/** Names a job: base64 of JSON. */
export const jobHeader = 'x-balai-tugas'
