// One centre of the kill test: writes and sends until it is killed. Arguments: data folder, seed.
import { fixedClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'
import { hubLine } from '../../../electron/host/hub-line.ts'
import { chanceOf } from '../../scans/chance.ts'

const [folder = '', seed = '1'] = process.argv.slice(2)
const chance = chanceOf(Number(seed))
const backend = createBackend({
  dataFolder: folder,
  host: { ...silentHost, hubLine },
  clock: fixedClock('2025-06-02'),
  alone: true,
})
const { client } = backend
process.stdout.write('ready\n')
for (let turn = 0; ; turn += 1) {
  const number = 1 + Math.floor(chance() * 20)
  const activity = {
    budgetYear: 2025,
    number,
    fundingSource: 'APBD',
    title: `Kegiatan ${seed}-${turn}`,
    trade: 'TR',
    budgetActivity: '',
    budgetSubActivity: '',
    accountCode: '5.1',
    budget: 1 + turn,
    plannedClasses: 1,
    plannedPeople: 16,
  } as const
  const known = backend.workspace.read.get<{ id: number }>(
    'SELECT id FROM activity WHERE budget_year = 2025 AND number = ?',
    [number],
  )
  await client.activity.save({ id: (known?.id ?? null) as never, activity }).catch(() => undefined)
  if (chance() < 0.4) await client.hub.send({})
}
