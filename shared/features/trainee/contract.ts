import { z } from 'zod'
import { type TraineeId, traineeId } from '../../ids.ts'
import type { BinaryFile } from '../../kernel/binary-file.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, whole } from '../../kernel/schema.ts'
import { command, output, query, task } from '../../operation.ts'
import { pictureDataUrl } from '../centre/contract.ts'
import { type TraineeDraft, traineeDraft } from './trainee.ts'

export type TraineeRow = {
  id: TraineeId
  name: string
  /** Middle hidden: 367113******0003. */
  maskedNik: string
  sex: 'L' | 'P'
  birthDate: PlainDate
  village: string | null
  district: string | null
  phone: string
  cohort: { code: string; title: string; status: string } | null
}

export type Trainee = TraineeDraft & {
  id: TraineeId
  village: string | null
  district: string | null
  photo: string | null
  cohorts: {
    code: string
    title: string
    start: PlainDate
    end: PlainDate
    outcome: string | null
    certificate: string | null
  }[]
}

export type NikPlace = { province: string | null; regency: string | null; district: string | null }
export type Village = { code: string; village: string; district: string; regency: string }

export const traineeContract = {
  list: query(
    z.strictObject({ search: line(100), limit: whole(1, 1000), offset: whole(0, 10_000_000) }),
    output<{ rows: TraineeRow[]; total: number }>(),
  ),
  get: query(z.strictObject({ id: traineeId }), output<Trainee>()),
  /** Who holds this NIK already, and which running class keeps the person. */
  byNik: query(
    z.strictObject({ nik: line(16, 16) }),
    output<{ id: TraineeId; name: string; cohort: string | null } | null>(),
  ),
  save: command(z.strictObject({ id: traineeId.nullable(), trainee: traineeDraft }), output<{ id: TraineeId }>()),
  setPhoto: command(z.strictObject({ id: traineeId, photo: pictureDataUrl.nullable() }), output<void>()),
  /** Where a NIK was first given out, from its first two, four or six digits; says nothing about where somebody lives. */
  nikPlace: query(z.strictObject({ digits: z.string().regex(/^(\d{2}){1,3}$/) }), output<NikPlace>()),
  villages: query(z.strictObject({ search: line(60), limit: whole(1, 50) }), output<Village[]>()),
  /** Many people at once, as samples bring them; who is known stays as is. Answers ids in the order of the rows. */
  importRows: command(
    z.strictObject({ fileName: line(200, 1), rows: z.array(traineeDraft).min(1).max(20_000) }),
    output<{ created: TraineeId[]; matched: TraineeId[]; all: TraineeId[] }>(),
  ),
  exportList: task(z.strictObject({ search: line(100) }), output<BinaryFile>()),
}
