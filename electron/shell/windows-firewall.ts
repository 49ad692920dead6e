import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { FirewallReading } from '../../shared/features/desk/firewall.ts'
import type { Firewall } from '../desk-host/desk-switch.ts'

/** Runs a PowerShell script and returns its output. `patience`: milliseconds after which we stop waiting for Windows. */
type RunScript = (script: string, patience: number) => Promise<string>

const patience = 20_000
/** For a question to a person, who may have to look for the password. */
const longPatience = 300_000

/**
 * The firewall state as JSON: text from Windows is in the language of the PC, numbers are not. Only rules named after the program are read: Windows
 * makes them when it asks for the first time, and the command on the page makes another one.
 */
const script = `
$ErrorActionPreference = 'Stop'
$net = Get-NetConnectionProfile | Sort-Object { [int]$_.IPv4Connectivity } -Descending | Select-Object -First 1
$wall = Get-NetFirewallProfile | ForEach-Object { @{ name = $_.Name; on = [int]$_.Enabled -eq 1 } }
$rules = Get-NetFirewallRule -DisplayName 'Balai*' -Direction Inbound -Enabled True -ErrorAction SilentlyContinue |
  ForEach-Object { @{ action = [int]$_.Action; profile = [int]$_.Profile } }
@{ network = $net.Name; category = [int]$net.NetworkCategory; profiles = @($wall); rules = @($rules) } | ConvertTo-Json -Depth 3 -Compress`

/** The firewall of this computer; the reading is null if Windows does not report it. */
export function windowsFirewall(run: RunScript = runPowerShell): Firewall {
  const succeeds = (source: string, wait: number) =>
    run(source, wait).then(
      () => true,
      () => false,
    )
  return {
    async read() {
      try {
        return stateOf(JSON.parse(await run(script, patience)) as FirewallAnswer)
      } catch {
        return null
      }
    },
    openSettings: () => succeeds(`Start-Process 'ms-settings:network-status'`, patience),
    allow: port => succeeds(asAdministrator(allowing(port)), longPatience),
  }
}

/**
 * Script that lets desks in. If somebody once answered Windows with no, Windows has made a blocking rule. A blocking rule wins over an allowing
 * one, so it is removed first.
 */
function allowing(port: number): string {
  return `
$ErrorActionPreference = 'Stop'
Get-NetFirewallRule -DisplayName 'Balai*' -Direction Inbound -ErrorAction SilentlyContinue |
  Where-Object { [int]$_.Action -eq 4 } | Remove-NetFirewallRule
New-NetFirewallRule -DisplayName 'Balai' -Direction Inbound -Action Allow -Protocol TCP -LocalPort ${port} -Profile Private,Domain | Out-Null`
}

/** Windows asks the person first; without consent, or if the script fails, this script fails too. */
function asAdministrator(source: string): string {
  const encoded = Buffer.from(source, 'utf16le').toString('base64')
  return `
$ErrorActionPreference = 'Stop'
$run = Start-Process "$PSHOME\\powershell.exe" -Verb RunAs -WindowStyle Hidden -Wait -PassThru -ArgumentList '-NoProfile','-NonInteractive','-EncodedCommand','${encoded}'
exit $run.ExitCode`
}

type FirewallAnswer = {
  network: string
  /** 0 public, 1 private, 2 domain. */
  category: number
  profiles: { name: string; on: boolean }[]
  /** `action`: 2 allows, 4 blocks. `profile`: bits of domain 1, private 2, public 4; 0 for all. */
  rules: { action: number; profile: number }[]
}

const categories = [
  { name: 'Public', bit: 4 },
  { name: 'Private', bit: 2 },
  { name: 'Domain', bit: 1 },
] as const

function stateOf({ network, category, profiles, rules }: FirewallAnswer): FirewallReading | null {
  const here = categories[category]
  if (!here || typeof network !== 'string') return null
  const name = network.slice(0, 60)
  const isOff = profiles.some(one => one.name === here.name && !one.on)
  const concerned = rules.filter(rule => rule.profile === 0 || (rule.profile & here.bit) !== 0)
  // In Windows a blocking rule wins over an allowing one.
  const kept = concerned.some(rule => rule.action === 4)
  const letIn = concerned.some(rule => rule.action === 2)
  if (here.name === 'Public') return { state: 'public', network: name }
  if (isOff) return { state: 'allowed', network: name }
  return { state: kept || !letIn ? 'blocked' : 'allowed', network: name }
}

async function runPowerShell(source: string, wait: number): Promise<string> {
  const program = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32/WindowsPowerShell/v1.0/powershell.exe')
  const parameters = ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-EncodedCommand']
  const encoded = Buffer.from(source, 'utf16le').toString('base64')
  const { stdout } = await promisify(execFile)(program, [...parameters, encoded], {
    timeout: wait,
    windowsHide: true,
  })
  return stdout
}
