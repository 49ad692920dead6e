import { z } from 'zod'
import { line } from '../../kernel/schema.ts'

/** A host as announced in the office network. `address` is 'host:port'. */
export type FoundHost = {
  host: string
  centre: string
  address: string
  version: string
  fingerprint: string
  /** This host has its practice centre open now, so no desk can be connected to it. */
  practice: boolean
}

/** State of the installed program, for the page that asks for its role. */
export type PlaceState = {
  /** Nothing is set up here, so it may become a desk. */
  mayJoin: boolean
  computer: string
  addresses: string[]
  version: string
  /** The host of this desk. */
  joined: { host: string; centre: string; address: string; name: string } | null
  /** 'other': a host with another key answers at that address. */
  line: 'here' | 'away' | 'other'
}

/** Answer to the start of pairing. */
export type JoinBegun = { words: string[]; host: string; centre: string }
export type JoinWaited =
  | { state: 'waiting'; admin: string | null }
  | { state: 'refused'; by: string }
  | { state: 'approved' }

export const joinDraft = z.strictObject({
  address: line(255, 1),
  code: z.string().regex(/^\d{6}$/, { error: 'Kode sambung enam angka.' }),
  name: line(40, 1),
})

/** Default port of a host for desks. */
export const usualDeskPort = 4840
/** Path of calls to the shell of this computer; never sent to a host. */
export const placePath = '/tempat/'
/** Marks calls that come through an installed program, which prints and saves on the desk; its value identifies one run of it. */
export const deskProgramHeader = 'x-balai-tangan'
/** Path where the program of a desk fetches jobs (printing, saving) and answers them. */
export const deskJobPath = '/tangan'
/** Describes a job: base64 of JSON. */
export const jobHeader = 'x-balai-tugas'
