import type { PoolClient } from 'pg'
import type { z } from 'zod'
import type { ApplicationRow } from '../../shared/features/hub/hub-contract.ts'
import { mostNotices, type noticesRequest, type noticesSchema } from '../../shared/features/hub/notice.ts'

/** People who apply in one centre and passed in another that this role also sees, with notices and answers. Waiting ones first. */
export async function readApplications(client: PoolClient): Promise<ApplicationRow[]> {
  const { rows } = await client.query<ApplicationRow>(
    `SELECT application.centre_id AS "centreId", application.key AS application,
       upper(substr(application.person, 1, 2) || '-' || substr(application.person, 3, 4)) AS person,
       member.city || ', ' || application.title AS "appliesIn", ${trainings} AS trainings,
       to_char(notice.told_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "toldAt", notice.told_by AS "toldBy", notice_answer.answer
     ${from}
     LEFT JOIN pusat.notice AS notice ON notice.centre_id = application.centre_id AND notice.application = application.key
       AND notice.person = application.person
     LEFT JOIN pusat.notice_answer ON notice_answer.centre_id = notice.centre_id AND notice_answer.key = notice.n::text
     GROUP BY application.centre_id, application.key, application.person, member.city, application.title, notice.told_at, notice.told_by,
       notice_answer.answer
     ORDER BY notice.told_at IS NOT NULL, notice.told_at DESC, "appliesIn", person LIMIT 200`,
  )
  return rows
}

/** Sends a notice to the centre where the person applies. False if there is no such person, or a notice was sent before. */
export async function notifyCentre(
  client: PoolClient,
  by: string,
  centreId: string,
  application: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO pusat.notice (centre_id, application, person, trainings, told_by)
     SELECT application.centre_id, application.key, application.person, ${trainings}::jsonb, $1 ${from}
     WHERE application.centre_id = $2 AND application.key = $3 GROUP BY application.centre_id, application.key, application.person
     ON CONFLICT (centre_id, application, person) DO NOTHING`,
    [by, centreId, application],
  )
  return rowCount === 1
}

/** The notices for a centre. Another applicant with the same row number gets a separate notice. */
export async function noticesFor(
  client: PoolClient,
  { after }: z.infer<typeof noticesRequest>,
): Promise<z.infer<typeof noticesSchema>> {
  const { rows } = await client.query<z.infer<typeof noticesSchema>[number]>(
    `SELECT n, application, to_char(told_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "toldAt", trainings
     FROM pusat.notice WHERE n > $1 ORDER BY n LIMIT $2`,
    [after, mostNotices],
  )
  return rows
}

export async function newestNotice(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ n: number }>('SELECT coalesce(max(n), 0) AS n FROM pusat.notice')
  return rows[0]?.n ?? 0
}

const trainings = `json_agg(json_build_object('centre', trainer.name, 'city', trainer.city, 'trade', class.trade, 'program', class.program,
  'year', class.year, 'ended', class.ends, 'outcome', passed.outcome) ORDER BY class.ends DESC)`

/** Applications, joined with what the same person passed in another centre. A centre that hides the NIK with another key cannot be compared. */
const from = `FROM pusat.application AS application JOIN pusat.member AS member ON member.centre_id = application.centre_id
  JOIN pusat.enrolment AS passed ON passed.person = application.person AND passed.keyId = application.keyId
    AND passed.centre_id <> application.centre_id AND passed.outcome = 'passed'
  JOIN pusat.class AS class ON class.centre_id = passed.centre_id AND class.year = passed.year AND class.key = passed.class AND class.cancelled = 0
  JOIN pusat.member AS trainer ON trainer.centre_id = passed.centre_id`
