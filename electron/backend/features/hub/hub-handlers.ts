import type { TrainedWithin } from '../../../../shared/features/centre/centre.ts'
import { codeBytes, readRecoveryCode, recoveryCodeOf } from '../../../../shared/features/computer/recovery-code.ts'
import type { Enrolled, Refusal } from '../../../../shared/features/hub/batch.ts'
import type { hubContract } from '../../../../shared/features/hub/contract.ts'
import type { TrainedElsewhere } from '../../../../shared/features/hub/notice.ts'
import { formatTrouble } from '../../../../shared/features/hub/trouble.ts'
import { addMonths, type PlainDate, plainDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { DomainError, found } from '../../domain-error.ts'
import { type HubLine, HubLineError } from '../../host-services.ts'
import type { Handlers, TaskScope } from '../../scope.ts'
import { getCentre, getRules } from '../centre/centre-store.ts'
import { countFirst, noteEverything } from './due-store.ts'
import { answerNotice, findNotice, openNotices } from './notice-store.ts'
import { deleteLink, findLink, insertLink, lastFact } from './outbox-store.ts'
import { centreKey, keepCentreKey, keepProvinceKey, provincePseudonymiser, pseudonymiserOf } from './province-key.ts'
import { sendEverythingAgain } from './send-everything-again.ts'
import { sendFacts } from './send-facts.ts'

/** Ms that a person waits for the hub's answer. */
const elsewherePatience = 2500

export const hubHandlers: Handlers<typeof hubContract> = {
  async status({ read, workspace, host }) {
    return read(({ db }) => {
      const link = findLink(db)
      const last = link ? lastFact(db, link.epoch).seq : 0
      const sent = Math.min(link?.acknowledged ?? 0, last)
      return {
        possible: host.hubLine !== undefined,
        link: link && {
          address: link.address,
          hubName: link.hubName,
          fingerprint: link.fingerprint,
          joinedAt: link.joinedAt,
          joinedBy: link.joinedBy,
        },
        sent,
        waiting: last - sent,
        gathering: link ? countFirst(db) : 0,
        heardAt: link?.heardAt ?? null,
        trouble: link?.trouble ?? null,
        provinceKey: provincePseudonymiser(workspace.keys)?.keyId ?? null,
      }
    })
  },

  async look({ host }, { address }) {
    const answer = await answerOf(lineOf(host), { address: addressOf(address), fingerprint: null, path: '/v1/hello' })
    const { hub } = (answer.body ?? {}) as { hub?: unknown }
    if (answer.status !== 200 || typeof hub !== 'string') throw new DomainError({ code: 'hub_unreached', address })
    return { hub, fingerprint: answer.fingerprint }
  },

  async join({ read, write, workspace, host }, { address: typed, fingerprint, code }) {
    const line = lineOf(host)
    const address = addressOf(typed)
    const { joined, centre } = read(({ db }) => ({ joined: findLink(db), centre: getCentre(db) }))
    // Without its key a centre joins again, as the one known to the hub.
    if (joined && centreKey(workspace.keys) !== null && joined.trouble?.code !== 'stranger')
      throw new DomainError({ code: 'hub_joined_already', hub: joined.hubName })
    const body = { code, name: centre.name, city: centre.city, regency: centre.regencyCode }
    const answer = await answerOf(line, { address, fingerprint, path: '/v1/enrol', body })
    if (answer.status !== 200) throw refused(answer.body as Refusal)
    const { centreId, key, hub } = answer.body as Enrolled
    // Key first: without it nothing could be sent.
    keepCentreKey(workspace.keys, key)
    write(({ db, at, operator, record }) => {
      deleteLink(db)
      insertLink(db, { address, fingerprint, centreId, hubName: hub, joinedAt: at, joinedBy: operator.name })
      noteEverything(db)
      record('hub', hub, null, { address, fingerprint, centreId })
    })
  },

  leave({ db, record }) {
    const link = findLink(db)
    if (!link) throw new DomainError({ code: 'hub_not_joined' })
    deleteLink(db)
    record('hub', link.hubName, { address: link.address, centreId: link.centreId }, null)
  },

  send: scope => sendFacts(scope),

  sendAgain(scope) {
    if (!findLink(scope.db)) throw new DomainError({ code: 'hub_not_joined' })
    sendEverythingAgain(scope)
  },

  async makeProvinceKey({ workspace, entropy, write }) {
    if (provincePseudonymiser(workspace.keys)) throw new DomainError({ code: 'province_key_kept' })
    const key = recoveryCodeOf(entropy(codeBytes))
    return { key, id: keep({ workspace, write }, key) }
  },

  async setProvinceKey({ workspace, write }, { key }) {
    return { id: keep({ workspace, write }, key) }
  },

  notices: ({ db }) => openNotices(db),

  answerNotice({ db, at, today, operator, record }, { n, answer, reason }) {
    const notice = found(findNotice(db, n), 'hub_notice')
    if (!notice.open) throw new DomainError({ code: 'notice_settled' })
    answerNotice(db, { n, answer, reason, answeredOn: today, answeredAt: at, answeredBy: operator.name })
    record('hub_notice', n, null, { applicant: notice.applicantId, answer, reason })
  },

  async elsewhere({ read, workspace, host, today }, { nik }) {
    const { link, within } = read(({ db }) => ({ link: findLink(db), within: getRules(db).trainedWithin }))
    const pseudonymiser = provincePseudonymiser(workspace.keys)
    const key = centreKey(workspace.keys)
    const none = { asked: false, trainings: [] }
    if (!link || !pseudonymiser || !key || !host.hubLine) return none
    try {
      const answer = await host.hubLine({
        ...link,
        path: '/v1/elsewhere',
        key: `${link.centreId}.${key}`,
        body: { keyId: pseudonymiser.keyId, person: pseudonymiser.of(nik), since: sinceOf(within, today) },
        patience: elsewherePatience,
      })
      return answer.status === 200 ? { asked: true, trainings: answer.body as TrainedElsewhere[] } : none
    } catch (error) {
      // Registering continues without the hub.
      if (error instanceof HubLineError) return none
      throw error
    }
  },
}

function lineOf(host: TaskScope['host']): HubLine {
  if (!host.hubLine) throw new DomainError({ code: 'hub_impossible' })
  return host.hubLine
}

/** 'https://host:port' without a path. @throws DomainError hub_address_wrong */
function addressOf(typed: string): string {
  const url = URL.canParse(typed) ? new URL(typed) : null
  if (url?.protocol !== 'https:' || url.username !== '' || url.search !== '' || url.hash !== '' || url.pathname !== '/')
    throw new DomainError({ code: 'hub_address_wrong', address: typed })
  return url.origin
}

async function answerOf(line: HubLine, question: Parameters<HubLine>[0]) {
  try {
    return await line(question)
  } catch (error) {
    if (!(error instanceof HubLineError)) throw error
    const { address } = question
    throw new DomainError(
      error.why === 'unreached' ? { code: 'hub_unreached', address } : { code: 'hub_other_certificate', address },
    )
  }
}

function refused(refusal: Refusal | null): DomainError {
  if (refusal?.code === 'code_wrong') return new DomainError({ code: 'hub_code_wrong' })
  if (refusal?.code === 'too_many') return new DomainError({ code: 'hub_too_many' })
  return new DomainError({
    code: 'hub_refused',
    words: refusal ? formatTrouble(refusal, 0) : 'jawabannya tidak dimengerti.',
  })
}

/** Returns the id of the key. People sent under another key are sent again. @throws DomainError province_key_wrong */
function keep({ workspace, write }: Pick<TaskScope, 'workspace' | 'write'>, typed: string): string {
  const read = readRecoveryCode(typed)
  if ('wrongGroup' in read) throw new DomainError({ code: 'province_key_wrong', group: read.wrongGroup })
  keepProvinceKey(workspace.keys, read.bytes)
  const id = pseudonymiserOf(read.bytes).keyId
  write(({ db, record }) => {
    if (findLink(db)) noteEverything(db)
    record('hub', 'kunci provinsi', null, { id })
  })
  return id
}

/** First day from which earlier trainings count; '' for no limit. */
function sinceOf(within: TrainedWithin, today: PlainDate): PlainDate | '' {
  if (within === 'ever') return ''
  return within === 'year' ? plainDate(yearOf(today), 1, 1) : addMonths(today, -12)
}
