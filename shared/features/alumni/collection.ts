import { z } from 'zod'
import type { CertificateId } from '../../ids.ts'
import { certificateId } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, paragraph, plainDateSchema } from '../../kernel/schema.ts'

export type Collector = 'SELF' | 'DEPUTY'

export type Collection = {
  collectedOn: PlainDate
  collector: Collector
  /** Name and relation of a deputy: 'Siti', 'ibu'. Both '' if the person came. */
  deputyName: string
  deputyRelation: string
  /** 'YYYY-MM-DDTHH:MM:SS' and operator. */
  at: string
  by: string
}

const self = { deputyName: z.literal(''), deputyRelation: z.literal('') }
const deputy = { deputyName: line(80, 1), deputyRelation: line(40, 1) }
const action = { certificateIds: z.array(certificateId).min(1).max(200), collectedOn: plainDateSchema }

export const collectionDraft = z.discriminatedUnion('collector', [
  z.strictObject({ ...action, collector: z.literal('SELF'), ...self }),
  z.strictObject({ ...action, collector: z.literal('DEPUTY'), ...deputy }),
])

export const takeBackReason = paragraph(300, 5)

export function formatCollector({
  collector,
  deputyName,
  deputyRelation,
}: Pick<Collection, 'collector' | 'deputyName' | 'deputyRelation'>): string {
  return collector === 'SELF' ? 'sendiri' : `diwakili ${deputyName} (${deputyRelation})`
}

/** A valid paper of a class with its collection; null if it is still in the office. */
export type CollectablePaper = {
  certificateId: CertificateId
  number: string
  name: string
  issuedOn: PlainDate
  collection: Collection | null
}
