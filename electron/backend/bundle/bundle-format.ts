import { z } from 'zod'
import { sheetSchema } from '../keys/recovery-sheet.ts'

/** The format described in docs/backup.md; another format gets another number. */
export const bundleFormat = 'balai-bundle-1'
export const bundleMagic = Buffer.from('BALAIC1\n')
export const trailerMagic = Buffer.from('1CIALAB\n')
/** Offset and length of the manifest, eight bytes each, and the magic. */
export const trailerBytes = 24

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`))
const holder = z.strictObject({ id: hex(32), name: z.string() })
const size = z.int().min(0)
const place = { offset: size, length: size }

/** The unencrypted header of a bundle: nothing about people, and no key. */
export const headerSchema = z.strictObject({
  format: z.literal(bundleFormat),
  id: hex(32),
  /** Id of its centre. */
  centre: hex(32),
  madeAt: z.string(),
  program: z.string(),
  /** The printed sheet whose code decrypts the data key of the centre. */
  sheet: sheetSchema,
  /** The key of this bundle, encrypted with the data key. */
  key: z.base64(),
  /** Other bundles of the same place that contain files of this one. */
  holders: z.array(holder),
})
export type BundleHeader = z.infer<typeof headerSchema>

const file = z.strictObject({
  /** Relative to the data folder, with '/'. */
  path: z.string().regex(/^(files|papers)\/[0-9a-z./-]{1,120}$/),
  size,
  sha256: hex(64),
  /** The bundle that contains it, and its position there. */
  bundle: hex(32),
  ...place,
})
export type BundledFile = z.infer<typeof file>

/** The encrypted list of everything in a bundle. */
export const manifestSchema = z.strictObject({
  centreName: z.string(),
  /** Fingerprint of the schema of the database. */
  schema: z.string(),
  /** Rows of the history, and the seal of the last one. */
  audit: z.strictObject({ rows: size, seal: z.string() }),
  tables: z.array(z.strictObject({ name: z.string(), rows: size, sha256: hex(64) })),
  database: z.strictObject({ size, sha256: hex(64), ...place }),
  keys: z.strictObject(place),
  /** Small files beside the database: assigned numbers, the anchor. */
  beside: z.array(z.strictObject({ name: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,80}$/), base64: z.base64() })),
  files: z.array(file),
  /** Files kept here only for older bundles. */
  kept: z.array(file),
})
export type Manifest = z.infer<typeof manifestSchema>

/** The private keys of a centre. */
export const bundledKeysSchema = z.array(z.strictObject({ id: hex(8), secret: z.base64() }))
export type BundledKeys = z.infer<typeof bundledKeysSchema>
