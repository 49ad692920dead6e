import { expect, test } from 'vitest'
import { klasik } from '../../../shared/features/certificate-design/klasik.ts'
import { openFixture } from '../fixture.ts'

test('a version of a design never changes, and a used one cannot be deleted', async () => {
  const fixture = openFixture()
  await fixture.backend.close()
  const raw = fixture.rawDatabase()
  const version = `INSERT INTO certificate_design_version (design_id, n, content, picture_sha256, saved_at, saved_by) VALUES (?, ?, ?, ?, '', '')`
  const pictured = { ...klasik, background: { kind: 'picture', sha256: 'a'.repeat(64) } }
  const refuses = (sql: string, ...values: (string | number | null)[]) =>
    expect(() => raw.prepare(sql).run(...values), sql).toThrow()
  raw.prepare(version).run(1, 1, JSON.stringify(klasik), null)
  refuses(version, 1, 1, JSON.stringify(klasik), null)
  refuses(version, 1, 2, 'bukan JSON', null)
  refuses(version, 99, 1, JSON.stringify(klasik), null)
  refuses(version, 1, 2, JSON.stringify(pictured), null)
  refuses(version, 1, 2, JSON.stringify(pictured), 'a'.repeat(64))
  refuses("INSERT INTO certificate_design (name) VALUES ('Klasik')")
  refuses("INSERT INTO blank_shift VALUES ('Epson', 41, 0)")
  raw.prepare('INSERT INTO certificate_design_choice (program_id, design_id) VALUES (NULL, 1)').run()
  refuses('INSERT INTO certificate_design_choice (program_id, design_id) VALUES (NULL, 2)')
  // Nothing was issued with it, so it may be deleted.
  raw.prepare('DELETE FROM certificate_design_version').run()
  raw.close()
  await fixture.remove()
})
