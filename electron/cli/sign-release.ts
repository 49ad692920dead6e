import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { newsListSchema, signatureEnding } from '../../shared/features/update/release.ts'
import { momentOf } from '../backend/clock.ts'
import { DomainError } from '../backend/domain-error.ts'
import {
  makeReleaseKey,
  parseReleaseKey,
  type ReleaseKeyFile,
  signRelease,
} from '../backend/features/update/sign-release.ts'
import { type Command, readOptions, UsageError } from './command.ts'
import { clockOf } from './with-backend.ts'

const project = join(import.meta.dirname, '../..')

/** For the publisher of Balai: signs an installer, or makes the key for that. */
export const signReleaseCommand: Command = {
  usage: 'sign-release FILE --key FILE --news FILE [--today D] [--json]   |   sign-release --new-key FILE',
  async run(args) {
    const options = readOptions(args, { key: 'text', news: 'text', 'new-key': 'text' }, 1)
    const [installer] = options.positionals
    if (options['new-key'] !== undefined) {
      if (installer !== undefined) throw new UsageError('--new-key berdiri sendiri, tanpa berkas pemasang.')
      return newKey(outside(options['new-key']))
    }
    if (installer === undefined) throw new UsageError('Berkas pemasang belum ditulis.')
    if (options.key === undefined) throw new UsageError('--key belum ditulis.')
    if (options.news === undefined) throw new UsageError('--news belum ditulis.')
    const version = /^Balai-(\d+\.\d+\.\d+)-pemasang\.exe$/.exec(basename(installer))?.[1]
    if (version === undefined)
      throw new UsageError(`${basename(installer)}: nama pemasang seperti Balai-1.6.0-pemasang.exe.`)
    const { today } = momentOf(clockOf(options))
    const bytes = await readNamed(installer)
    const news = await readNews(options.news)
    const key = await readKey(outside(options.key))
    const signature = signRelease(bytes, { version, published: today, news }, key)
    const file = `${resolve(installer)}${signatureEnding}`
    await writeFile(file, `${JSON.stringify(signature, null, 2)}\n`)
    return {
      json: { file, version, published: today, key: signature.key, news: news.length },
      words: `Balai ${version} ditandatangani dengan kunci ${signature.key}: ${file}. Berikan keduanya bersama.`,
    }
  },
}

async function newKey(file: string) {
  const key = makeReleaseKey()
  // Never overwrite a key: an office that trusts the old one could not be updated any more.
  if (existsSync(file)) throw new DomainError({ code: 'data_exists', folder: file })
  await writeFile(file, `${JSON.stringify(key, null, 2)}\n`, { flag: 'wx', mode: 0o600 })
  return {
    json: { file, public: key.public },
    words: `Kunci penerbit ditulis ke ${file}. Simpan di luar komputer ini. Bagian umumnya untuk shared/features/update/release-keys.ts: ${key.public}`,
  }
}

/** @throws DomainError release_key_inside: files inside the project are published with it */
function outside(file: string): string {
  const path = resolve(file)
  if (!relative(project, path).startsWith('..')) throw new DomainError({ code: 'release_key_inside', folder: project })
  return path
}

async function readKey(file: string): Promise<ReleaseKeyFile> {
  const key = parseReleaseKey((await readNamed(file)).toString())
  if (!key) throw new DomainError({ code: 'release_key_unknown', file })
  return key
}

async function readNamed(file: string): Promise<Buffer> {
  return readFile(file).catch(() => {
    throw new UsageError(`${file} tidak dapat dibaca.`)
  })
}

/** The news of this version, as shown to the office. */
async function readNews(file: string) {
  try {
    return newsListSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    throw new UsageError(`--news ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
