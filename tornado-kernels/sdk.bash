# For scripts: finds TornadoVM's SDK, a JDK that fits it, and the options for that JVM. Whoever sources it has set java, the
# JDK that is tried first, and has the function follow, which tells the file that a chain of links ends at.

specification() { # What a java says of itself: 17, 25, 1.8, ...
  "$1" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p'
}

home_of() { # The JDK that a java belongs to.
  (cd -- "$(dirname -- "$(follow "$1")")/.." && pwd)
}

release_of() { # The feature release of a java; from its release file, which is faster than asking it.
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$(home_of "$1")/release" 2>/dev/null) || version=$(specification "$1")
  printf '%s\n' "$version"
}

# Sets device_java, device_options and device_modules, the folder of the SDK's modules, where there are TornadoVM's SDK and a
# JDK for it. Where not, the plain JVM says why, if anybody asks for a device.
find_tornado() {
  local sdk=${TORNADOVM_HOME:-${HOME:-}/.sdkman/candidates/tornadovm/current}
  local argfile=$sdk/tornado-argfile api native candidate
  [ -r "$argfile" ] || return 1
  # It names folders: those of an SDK that was moved, or of a path with spaces, would keep the JVM from starting.
  native=$(sed -n 's/^-Djava.library.path=//p' "$argfile")
  case $native in *[[:space:]]*) return 1 ;; esac
  [ -d "$native" ] || return 1
  for api in "$sdk"/share/java/tornado/tornado-api-*-jdk[0-9]*.jar; do
    [[ $api =~ -jdk([0-9]+)[^/]*$ ]] || return 1
  done
  local release=${BASH_REMATCH[1]}
  for candidate in "$java" "$(command -v java || true)" /usr/lib/jvm/*/bin/java "${HOME:-}"/.sdkman/candidates/java/*/bin/java; do
    if [ -x "$candidate" ] && [ "$(release_of "$candidate")" = "$release" ]; then
      device_java=$candidate
      device_options=("@$argfile" -Dtornado.recover.bailout=False)
      sdk_modules
      return 0
    fi
  done
  return 1
}

# The SDK's options put all modules of the JDK into the JVM, and with the incubating ones a warning on stderr; and the
# working directory on the module path, where any jar would become a module or stop the JVM.
sdk_modules() {
  local modules added module limit=
  device_modules=$(sed -n 's/^--module-path \.://p' "$argfile")
  [ -z "$device_modules" ] || device_options+=(--module-path "$device_modules")
  added=$(sed -n 's/^--add-modules ALL-SYSTEM,//p' "$argfile")
  modules=$(sed -n 's/^MODULES="\(.*\)"$/\1/p' "$(home_of "$device_java")/release" 2>/dev/null) || return 0
  if [ -n "$added" ] && [ -n "$modules" ]; then
    for module in $modules; do
      case $module in jdk.incubator.*) ;; *) limit+=$module, ;; esac
    done
    device_options+=(--limit-modules "$limit$added")
  fi
}
