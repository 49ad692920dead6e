import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { type DeskId, deskId } from '../../ids.ts'
import { line, nothing } from '../../kernel/schema.ts'
import type { UnchosenValue } from '../../kernel/seen.ts'
import { output, query, stream, task } from '../../operation.ts'
import type { FirewallReading } from './firewall.ts'

export type DeskRow = {
  id: DeskId
  name: string
  /** Name of the computer. */
  computer: string
  /** Who works there now, or worked there last. */
  person: string | null
  version: string
  /** Wall time; null if it is connected now or never was. */
  lastSeen: string | null
  /** Median of the last twenty response times in ms. */
  delay: number | null
  /** 'out': removed, its key is refused. */
  state: 'here' | 'old' | 'away' | 'out'
  pairedAt: string
  pairedBy: string
}

export type PairingRequest = {
  id: string
  name: string
  computer: string
  address: string
  words: string[]
  /** The other side has confirmed the words. */
  same: boolean
}

export type DeskOverview = {
  /** Whether other computers can connect, since when, and at which address. */
  open: {
    since: string
    port: number
    addresses: string[]
    host: string
    /** Start date of the certificate of this host. */
    certificateFrom: string
    /** Whether this computer is kept awake, and whether the program can do that. */
    awake: boolean
    mayStay: boolean
    /** Null if unknown. */
    firewall: FirewallReading | null
    /** Whether the program can ask Windows to change it. */
    mayMend: boolean
    /** Announced to the desks: seconds left, and who closes. */
    closing: { seconds: number; by: string } | null
  } | null
  /** Whether this program can accept connections at all. */
  able: boolean
  code: { digits: string; seconds: number } | null
  requests: PairingRequest[]
  desks: DeskRow[]
  main: { person: string | null; version: string; computer: string }
}

/** What a person is doing on a page. */
const doings = ['reading', 'editing', 'left'] as const
export type Doing = (typeof doings)[number]
/** A value that was not chosen, and who chose, when. */
export type Unchosen = UnchosenValue & { at: string; by: string }
export type Present = { name: string; desk: string; doing: Exclude<Doing, 'left'>; since: string }

/** Operations whose answers have changed; '*' for all. */
export type News = { stale: string[] }

export const deskContract = {
  /** Reports outdated answers until the stream is closed. */
  live: stream('everyone', nothing, eventIterator(z.custom<News>())),
  /** Who else has this record open; also reports one's own state. People without a report for seven seconds are dropped. */
  here: task(
    'everyone',
    'Memberi tahu halaman yang dibuka',
    { subject: line(80, 1), doing: z.enum(doings) },
    output<Present[]>(),
  ),
  /** What was not chosen when two people had changed the same field of a record; nothing for roles that may not edit it. */
  unchosen: query('everyone', { subject: line(80) }, output<Unchosen[]>()),
  /** Key for what this person's desk stores while the host is away. */
  draftKey: task('everyone', 'Membuka isian yang tersimpan', nothing, output<{ key: string }>()),
  overview: task('admin.see', 'Melihat meja', nothing, output<DeskOverview>()),
  open: task('admin.change', 'Membuka untuk meja lain', { port: z.int().min(0).max(65_535).default(0) }),
  /** With `seconds` the desks are warned first; `open` cancels it until then. */
  close: task('admin.change', 'Menutup untuk meja lain', { seconds: z.int().min(0).max(600).default(0) }),
  /** Prevents sleep while others work with its data. */
  keepAwake: task('admin.change', 'Menahan komputer agar tidak tidur', { on: z.boolean() }),
  /** Asks Windows to let desks in; on a public network opens the settings page where a person makes it private. */
  mendFirewall: task('admin.change', 'Mengizinkan meja di Windows Firewall', nothing),
  newCode: task('admin.change', 'Membuat kode sambung', nothing, output<{ digits: string }>()),
  approve: task('admin.change', 'Menyetujui meja', { request: line(64, 1) }, output<{ id: DeskId }>()),
  refuse: task('admin.change', 'Menolak meja', { request: line(64, 1) }),
  rename: task('admin.change', 'Mengganti nama meja', { id: deskId, name: line(40, 1) }),
  putOut: task('admin.change', 'Memutuskan meja', { id: deskId }),
}
