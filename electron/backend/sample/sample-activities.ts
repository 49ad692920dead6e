import type { FundingSource } from '../../../shared/features/activity/funding-source.ts'
import { type TradeCode, tradeName } from '../../../shared/features/program/trades.ts'
import type { ActivityId } from '../../../shared/ids.ts'
import { addDays, type PlainDate, yearOf } from '../../../shared/kernel/plain-date.ts'
import type { SampleSession } from './sample-session.ts'

type SampleActivity = {
  fundingSource: FundingSource
  target: string
  budget: number
  /** `day` counts from the first day of the class; entries after the end of the year are booked on its last day. */
  spending: readonly { day: number; description: string; amount: number }[]
}

const samples: Partial<Record<TradeCode, SampleActivity>> = {
  TR: {
    fundingSource: 'DIF_POVERTY',
    target: 'Masyarakat Miskin Ekstrem',
    budget: 148_000_000,
    spending: [
      { day: 0, description: 'Bahan praktik tata rias', amount: 46_850_000 },
      { day: 2, description: 'Konsumsi dan transpor peserta', amount: 38_400_000 },
      { day: 14, description: 'Honorarium instruktur', amount: 50_000_000 },
    ],
  },
  TB: {
    fundingSource: 'DIF_STUNTING',
    target: 'Keluarga Berisiko Stunting',
    budget: 132_500_000,
    spending: [{ day: 1, description: 'Bahan praktik tata boga', amount: 52_750_000 }],
  },
  SM: { fundingSource: 'APBD', target: 'Pencari Kerja', budget: 96_500_000, spending: [] },
}

/** Adds the activity of a trade to the budget year of a class that starts that day, with what was spent before it ended. */
export async function addSampleActivity(
  { client }: SampleSession,
  trade: TradeCode,
  start: PlainDate,
): Promise<ActivityId | null> {
  const sample = samples[trade]
  const year = yearOf(start)
  const { nextNumber } = await client.activity.list({ year })
  if (sample === undefined || nextNumber === null) return null
  const { id } = await client.activity.save({
    id: null,
    activity: {
      budgetYear: year,
      number: nextNumber,
      fundingSource: sample.fundingSource,
      title: `Pelatihan ${tradeName(trade)} bagi ${sample.target}`,
      trade,
      budgetActivity: '2.07.03.2.01 Pelaksanaan Pelatihan Berdasarkan Unit Kompetensi',
      budgetSubActivity: '2.07.03.2.01.0001 Proses Pelaksanaan Pendidikan dan Pelatihan Keterampilan',
      accountCode: '5.1.02.02.01.0029',
      budget: sample.budget,
    },
  })
  const lastDay: PlainDate = `${year}-12-31`
  for (const [index, { day, description, amount }] of sample.spending.entries()) {
    const date = addDays(start, day)
    await client.activity.saveSpending({
      activityId: id,
      spending: {
        date: date > lastDay ? lastDay : date,
        description,
        amount,
        evidence: `CONTOH/${trade}/${index + 1}/${year}`,
      },
    })
  }
  return id
}
