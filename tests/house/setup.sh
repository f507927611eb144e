#!/usr/bin/env bash
# ./setup finds the browser's package: with apt's lists empty, and however much apt-cache says of it.
set -euo pipefail
fakes=$(mktemp -d)
trap 'rm -rf "$fakes"' EXIT
cat >"$fakes/apt-cache" <<'FAKE'
#!/usr/bin/env bash
[ -e "$(dirname "$0")/updated" ] || exit 100
printf 'Package: chromium\n'
yes 'Description: a browser' | head -n 100000
FAKE
cat >"$fakes/apt-get" <<'FAKE'
#!/usr/bin/env bash
echo "$*" >>"$(dirname "$0")/asked"
[[ "$*" != *update* ]] || touch "$(dirname "$0")/updated"
FAKE
printf '#!/usr/bin/env bash\nexit 1\n' >"$fakes/dpkg-query"  # nothing is installed
printf '#!/usr/bin/env bash\nexec "$@"\n' >"$fakes/sudo"
chmod +x "$fakes"/*

setup=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../../setup")
# shellcheck disable=SC2016  # for the inner shell, to which ./setup is $0
FAKES=$fakes PATH="$fakes:$PATH" bash -c '
  source "$0" >/dev/null
  has_lists() { [ -e "$FAKES/updated" ]; }
  want "charts" "${browser[@]}"' "$setup" help
grep -q 'install --no-install-recommends chromium' "$fakes/asked" || {
  echo "the browser was not installed; apt-get was asked:"
  cat "$fakes/asked"
  exit 1
}
