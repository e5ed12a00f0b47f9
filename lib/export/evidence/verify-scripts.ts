import { NAMESPACE, PRINCIPAL } from './ssh-signature.ts';
import { ANSWER, REQUEST, REQUEST_HEX } from './time-stamp.ts';

/** What SHA256SUMS does not name: itself, and what was made over it. */
export const BESIDE_SUMS = [
  'SHA256SUMS',
  'SHA256SUMS.sshsig',
  'SHA256SUMS.sig',
  'signing-key.pem',
  'allowed_signers',
  REQUEST,
  ANSWER,
] as const;

const SSH = `ssh-keygen -Y verify -f allowed_signers -I ${PRINCIPAL} -n ${NAMESPACE} -s SHA256SUMS.sshsig < SHA256SUMS`;
const OPENSSL =
  'openssl pkeyutl -verify -pubin -inkey signing-key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig';

/** Each check as one line to be typed; `chain` for one ledger, in bash. */
export const VERIFY_COMMANDS = {
  sums: 'sha256sum -c SHA256SUMS',
  added: `diff <(find . -type f | sed 's#^\\./##' | grep -vxE '${BESIDE_SUMS.map((name) => name.replaceAll('.', '\\.')).join('|')}' | LC_ALL=C sort) <(cut -c67- SHA256SUMS | LC_ALL=C sort)`,
  chain: `p=$(printf '%064d' 0); while read n h l; do p=$(printf '%s %s %s\\n' $p $n $h | sha256sum | cut -c1-64); [ $p = $l ] || echo BROKEN at $n; done < chains/LEDGER.txt; echo head $p`,
  ssh: SSH,
  openssl: OPENSSL,
  askTime: `curl -H 'Content-Type: application/timestamp-query' --data-binary @${REQUEST} -o ${ANSWER} ADDRESS`,
  showTime: `openssl ts -reply -in ${ANSWER} -text`,
  checkTime: `openssl ts -verify -data SHA256SUMS -in ${ANSWER} -CAfile CA.pem`,
  checkRequest: `openssl ts -verify -queryfile ${REQUEST} -in ${ANSWER} -CAfile CA.pem`,
} as const;

/** Runs where coreutils are: Linux, macOS, Git Bash. Ends with 0 only if everything that could be checked holds. */
export const VERIFY_SH = `#!/bin/sh
# Checks this pack; VERIFY.txt explains each step. Usage: sh verify.sh
cd "$(dirname "$0")" || exit 2
export LC_ALL=C
bad=0
lists=$(mktemp -d) || exit 2
trap 'rm -rf "$lists"' EXIT
say() { printf '%s\\n' "$*"; }
fail() { say "FAILED: $*"; bad=1; }
if command -v sha256sum > /dev/null; then sum() { sha256sum "$@"; }; else sum() { shasum -a 256 "$@"; }; fi

say '1. Every listed file is as it was'
sum -c SHA256SUMS > /dev/null 2>&1 || fail 'a file was changed or is missing: sha256sum -c SHA256SUMS names it'

say '2. No file was added'
find . -type f | sed 's#^\\./##' | grep -v -x -e ${BESIDE_SUMS.map((name) => `'${name.replaceAll('.', '\\.')}'`).join(' -e ')} | sort > "$lists/here"
cut -c67- SHA256SUMS | sort > "$lists/listed"
diff "$lists/here" "$lists/listed" || fail 'the files above are not the listed ones'

say '3. The signature'
if [ ! -f SHA256SUMS.sshsig ]; then
  say '   This pack is not signed.'
  grep -q '"keyFingerprint":null' manifest.json || fail 'the pack names a key, but its signature is missing'
else
  if command -v ssh-keygen > /dev/null; then
    ${SSH} || fail 'the signature does not fit'
  else say '   ssh-keygen is not here; trying openssl only'; fi
  if command -v openssl > /dev/null; then
    ${OPENSSL} > /dev/null || fail 'the signature does not fit (openssl)'
  fi
  key=$(cut -d' ' -f4 allowed_signers | openssl base64 -d -A 2> /dev/null | openssl dgst -sha256 -binary 2> /dev/null | openssl base64 -A 2> /dev/null | tr -d '=')
  if [ -n "$key" ]; then
    say "   Signed with SHA256:$key. Compare it with one you know from elsewhere."
    grep -q "\\"keyFingerprint\\":\\"SHA256:$key\\"" manifest.json || fail 'the manifest names another key'
  fi
fi

say '4. The numbering and its links'
for chain in chains/*.txt; do
  ledger=$(basename "$chain" .txt)
  link=$(printf '%064d' 0)
  expected=1
  while read -r n hash given; do
    [ "$n" = "$expected" ] || fail "$ledger: number $n stands where $expected belongs"
    link=$(printf '%s %s %s\\n' "$link" "$n" "$hash" | sum | cut -c1-64)
    [ "$link" = "$given" ] || { fail "$ledger: broken at number $n"; break; }
    record="records/$ledger/$(printf '%06d' "$n").json"
    if [ -f "$record" ]; then
      [ "$(sum "$record" | cut -c1-64)" = "$hash" ] || fail "$record is not the entry that was numbered $n"
    fi
    expected=$((expected + 1))
  done < "$chain"
  grep -q "\\"head\\":\\"$link\\"" manifest.json || fail "$ledger: the manifest names another head"
  say "   $ledger: $((expected - 1)) entries, head $link"
done

say '5. The time stamp'
sums=$(sum SHA256SUMS | cut -c1-64)
nonce=$(printf '%s' "$sums" | sum | cut -c1-14)
asked=$(od -An -v -tx1 ${REQUEST} 2> /dev/null | tr -d ' \\n')
[ "$asked" = "${REQUEST_HEX.before}\${sums}${REQUEST_HEX.between}\${nonce}${REQUEST_HEX.after}" ] || fail '${REQUEST} is not the request of this pack'
if [ ! -f ${ANSWER} ]; then
  say '   No time stamp is with this pack.'
elif ! command -v openssl > /dev/null; then
  say '   Not checked: openssl is not here.'
elif [ -z "$TSA_CA" ]; then
  say '   Not checked: TSA_CA=/path/to/ca.pem names the certificate of an authority that you trust.'
else
  openssl ts -verify -data SHA256SUMS -in ${ANSWER} -CAfile "$TSA_CA" > /dev/null 2>&1 || fail 'the time stamp is not one of that authority over these checksums'
  openssl ts -verify -queryfile ${REQUEST} -in ${ANSWER} -CAfile "$TSA_CA" > /dev/null 2>&1 || fail 'the time stamp does not answer the request of this pack'
  openssl ts -reply -in ${ANSWER} -text 2> /dev/null | sed -n 's/^Time stamp: /   These checksums existed at /p'
fi

if [ "$bad" = 0 ]; then say 'Everything that was checked holds.'; else say 'NOT everything holds, see above.'; fi
exit "$bad"
`;

/** The same for Windows, with what comes with it. */
export const VERIFY_PS1 = `# Checks this pack; VERIFY.txt explains each step.
# Usage: powershell -ExecutionPolicy Bypass -File verify.ps1
Set-Location $PSScriptRoot
$bad = 0
function Fail($text) { Write-Output "FAILED: $text"; $script:bad = 1 }
$sha = [System.Security.Cryptography.SHA256]::Create()
function HashOf($bytes) { -join ($sha.ComputeHash($bytes) | ForEach-Object { $_.ToString('x2') }) }
function HashOfFile($path) { (Get-FileHash -Algorithm SHA256 -LiteralPath $path).Hash.ToLower() }

Write-Output '1. Every listed file is as it was'
$listed = @{}
foreach ($line in [IO.File]::ReadAllLines("$PSScriptRoot/SHA256SUMS")) {
  $path = $line.Substring(66)
  $listed[$path] = 1
  if (-not (Test-Path -LiteralPath $path)) { Fail "$path is missing" }
  elseif ((HashOfFile $path) -ne $line.Substring(0, 64)) { Fail "$path was changed" }
}

Write-Output '2. No file was added'
$beside = ${BESIDE_SUMS.map((name) => `'${name}'`).join(', ')}
foreach ($file in Get-ChildItem -Recurse -File) {
  $path = $file.FullName.Substring($PSScriptRoot.Length + 1).Replace('\\', '/')
  if (($beside -notcontains $path) -and (-not $listed.ContainsKey($path))) { Fail "$path was added" }
}

Write-Output '3. The signature'
if (-not (Test-Path 'SHA256SUMS.sshsig')) {
  Write-Output '   This pack is not signed.'
  if (-not (Select-String -Quiet -SimpleMatch -Pattern '"keyFingerprint":null' -Path manifest.json)) { Fail 'the pack names a key, but its signature is missing' }
} elseif (Get-Command ssh-keygen -ErrorAction SilentlyContinue) {
  cmd /c '${SSH}'
  if ($LASTEXITCODE -ne 0) { Fail 'the signature does not fit' }
} else { Write-Output '   ssh-keygen is not here (Windows: Settings, Optional features, OpenSSH Client).' }

Write-Output '4. The numbering and its links'
foreach ($chain in Get-ChildItem chains -Filter *.txt) {
  $link = '0' * 64
  $expected = 1
  foreach ($line in [IO.File]::ReadAllLines($chain.FullName)) {
    $n, $hash, $given = $line.Split(' ')
    if ($n -ne "$expected") { Fail "$($chain.BaseName): number $n stands where $expected belongs" }
    $link = HashOf ([Text.Encoding]::ASCII.GetBytes("$link $n $hash\`n"))
    if ($link -ne $given) { Fail "$($chain.BaseName): broken at number $n"; break }
    $record = "records/$($chain.BaseName)/$($n.PadLeft(6, '0')).json"
    if ((Test-Path $record) -and ((HashOfFile $record) -ne $hash)) { Fail "$record is not the entry that was numbered $n" }
    $expected += 1
  }
  Write-Output "   $($chain.BaseName): $($expected - 1) entries, head $link"
}
if ($bad -eq 0) { Write-Output 'Everything that was checked holds.' } else { Write-Output 'NOT everything holds, see above.' }
exit $bad
`;
