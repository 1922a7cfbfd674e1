# What `ratios` and `jmh` share: finds a JDK when it is sourced, then builds with the peers when a source is newer, starts a main class.

# What a shell may hand down would change what this one does: its modes, where cd goes, which files a pattern means.
set +o posix +o noglob
shopt -u failglob nullglob nocasematch nocaseglob dotglob
unset CDPATH GLOBIGNORE BASH_ENV ENV
unset -f cd

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)

profiles=()

# The peers' native code is for one platform; elsewhere we are timed beside plain Java and the copy alone.
if [ "$(uname -sm)" = 'Linux x86_64' ]; then
  below=benchmarks/target/peers
  profiles=(-P peers)
  first=' the first time it downloads some 190 MB of peers'
else
  below=benchmarks/target
  first=' without peers, which there are for Linux on x86-64 only'
fi
target=$root/$below

fail() {
  printf '%s: %s\n' "$(basename -- "$0")" "$1" >&2
  exit 1
}

follow() { # The file that a chain of links ends at.
  readlink -f -- "$1"
}

. "$root/tornado-kernels/sdk.bash"
. "$root/cli/src/launcher/options.bash"
. "$root/cli/src/launcher/places.bash"

find_java() { # Sets java: that of JAVA_HOME, or else the newest there is.
  local candidate release newest=0
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, which has no bin/java: set it to a JDK, 17 or newer"
    return
  fi
  java=
  for candidate in /usr/lib/jvm/*/bin/java "$(command -v java || true)"; do
    if [ -x "$candidate" ] && [ -x "$(dirname -- "$candidate")/javac" ]; then
      release=$(release_of "$candidate")
      case $release in '' | 1.*) continue ;; esac
      if [ "$release" -gt "$newest" ]; then
        newest=$release
        java=$candidate
      fi
    fi
  done
  [ "$newest" -ge 17 ] || fail "no JDK from 17 on in /usr/lib/jvm or on the PATH: install one, or set JAVA_HOME"
}

needs_build() {
  # What cannot be written is used as it is.
  [ ! -e "$target/.built" ] || [ -w "$target" ] || return 1
  local sources=("$root/pom.xml") module
  for module in api kernel-generator cpu-fallback reference measuring tornado-simulator tornado-kernels benchmarks; do
    sources+=("$root/$module/pom.xml" "$root/$module/src")
  done
  [ ! -e "$target/.built" ] || [ -n "$(find "${sources[@]}" -newer "$target/.built" -print -quit)" ]
}

build() {
  printf '%s: building (once;%s) ...\n' "$(basename -- "$0")" "$first" >&2
  can_build_in "$root"
  rm -rf "$target/lib" # what a dependency left there in another version would stay on the class path
  mkdir -p "$target"
  local home
  home=$(home_of "$java")
  if ! (cd "$root" && JAVA_HOME=$home ./mvnw -B -q -pl benchmarks -am ${profiles[@]+"${profiles[@]}"} \
    -Dmaven.test.skip=true -Dspotless.check.skip=true package) >"$target/build.log" 2>&1 </dev/null; then
    tail -n 30 "$target/build.log" >&2
    fail "the build failed; the whole log is in $target/build.log"
  fi
  touch "$target/.built"
}

launch() { # A main class with its arguments.
  local main=$1
  shift
  read_any_name "$@"
  if needs_build; then
    build
  fi
  name_for_class_path "$root"
  hand_down
  exec "$java" -Xmx512m -cp "$place/$below/classes:$place/$below/lib/*" "$main" "$@"
}

find_java
ask
