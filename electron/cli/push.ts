import { formatTrouble } from '../../shared/features/hub/trouble.ts'
import { DomainError } from '../backend/domain-error.ts'
import { hubLine } from '../host/hub-line.ts'
import { findLocalHub } from '../host/local-hub.ts'
import { type Command, readOptions, UsageError } from './command.ts'
import { silentHost, withBackend } from './with-backend.ts'

/** Sends waiting facts to the hub. Joins the hub first if a code is given or the hub runs on this computer. */
export const push: Command = {
  usage: 'push --data DIR --to URL [--code KODE --fingerprint SIDIK] [--key KUNCI-PROVINSI] [--json]',
  async run(args) {
    const options = readOptions(args, { data: 'text', to: 'text', code: 'text', fingerprint: 'text', key: 'text' })
    const { to } = options
    if (to === undefined) throw new UsageError('--to belum ditulis.')
    if (!URL.canParse(to) || new URL(to).protocol !== 'https:')
      throw new UsageError(`--to ${to}: tulis seperti https://pusat.dinas.go.id:7443.`)
    const address = new URL(to).origin
    return withBackend({ data: options.data, host: { ...silentHost, hubLine } }, async ({ client }) => {
      if (options.key !== undefined) await client.hub.setProvinceKey({ key: options.key })
      const { link } = await client.hub.status({})
      if (link && new URL(link.address).origin !== address && options.code === undefined)
        throw new UsageError(
          `--to ${to}: balai ini terhubung ke ${link.address}. Putuskan dulu di Pengaturan › Meja, bagian Pusat.`,
        )
      if (!link || options.code !== undefined) {
        const local = findLocalHub(address)
        const fingerprint = options.fingerprint ?? local?.fingerprint
        const code = options.code ?? local?.code
        if (code === undefined) throw new DomainError({ code: 'hub_not_joined' })
        if (fingerprint === undefined)
          throw new UsageError('--fingerprint belum ditulis. Sidik tertulis pada undangan Dinas.')
        await client.hub.join({ address, fingerprint, code })
      }
      const sent = await client.hub.send({})
      const words = [
        `${sent.sent.toLocaleString('id-ID')} perubahan terkirim, ${sent.waiting.toLocaleString('id-ID')} menunggu.`,
        ...(sent.trouble ? [formatTrouble(sent.trouble, 0)] : []),
      ].join('\n')
      return { json: sent, words, exitCode: sent.trouble ? 1 : 0 }
    })
  },
}
