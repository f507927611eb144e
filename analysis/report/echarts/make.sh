#!/bin/sh
# Makes echarts.min.js again: ./make.sh [FOLDER TO WORK IN]. Needs node, npm and their registry.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${1:-$(mktemp -d)}
mkdir -p "$work"
cd "$work"
[ -f package.json ] || npm init --yes > /dev/null
npm install --save-exact echarts@6.1.0 esbuild@0.28.2
cp "$here/entry.js" .
npx esbuild entry.js --bundle --minify --format=iife --global-name=echarts --target=es2018 \
  --charset=ascii --legal-comments=none --outfile=bundle.js
{
  echo '/*!'
  cat "$here/NOTICE"
  printf '\n\nLicensed under the Apache License, version 2.0. A bundle of parts of ECharts 6.1.0.\n'
  printf '\nIt contains zrender:\n\n'
  cat "$here/LICENSE-zrender"
  printf '\nIt contains parts of d3:\n\n'
  cat "$here/LICENSE-d3"
  echo '*/'
  cat bundle.js
} > "$here/echarts.min.js"
