# For scripts: finds TornadoVM's SDK, a JDK that fits it, and the options for that JVM. Whoever sources it has set java, the
# JDK that is tried first, and has the function follow, which tells the file that a chain of links ends at.
# Installation.java and SdkJdk.java hold the same rules for a JVM that runs already; SdkRulesTest holds the two equal.

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

home_folder() { # The user's, which cron and systemd may leave out of the environment.
  [ -n "${HOME:-}" ] || unset HOME
  printf '%s\n' ~
}

sdk_folder() { # Where the SDK is, if there is one.
  printf '%s\n' "${TORNADOVM_HOME:-$(home_folder)/.sdkman/candidates/tornadovm/current}"
}

# Sets sdk_release to the feature release of the JDK that an SDK is for, and sdk_newer to yes where newer ones fit, too. Fails
# for an SDK that does not tell. etc/tornado.jdk decides; else the names: ...-jdk25 is JDK 25 alone, ...-jdk22plus is 22 or newer.
sdk_jdk() {
  local LC_ALL=C said="$1/etc/tornado.jdk" name
  sdk_release= sdk_newer=
  if [ -r "$said" ]; then
    sdk_release=$(sed -n 's/^[[:space:]]*floor[[:space:]]*=[[:space:]]*\([0-9]\{1,4\}\)[[:space:]]*$/\1/p' "$said" | sed -n 1p)
    if [ -n "$sdk_release" ]; then
      # Classes with preview features run on the JDK that compiled them, and on no other.
      grep -q '^[[:space:]]*preview[[:space:]]*=[[:space:]]*true[[:space:]]*$' "$said" || sdk_newer=yes
      return 0
    fi
  fi
  for name in "$1"/share/java/tornado/tornado-api-*.jar "$(cd -- "$1" 2>/dev/null && pwd -P)"; do
    name=${name##*/}
    if [[ ${name%.jar} =~ -jdk([0-9]{1,4})(plus)?(-.*)?$ ]]; then
      sdk_release=${BASH_REMATCH[1]}
      [ -z "${BASH_REMATCH[2]}" ] || sdk_newer=yes
      return 0
    fi
  done
  return 1
}

sdk_fits() { # Whether a JDK of this release is one that sdk_jdk told.
  case $1 in '' | *[!0-9]*) return 1 ;; esac
  [ "$1" -eq "$sdk_release" ] || { [ -n "$sdk_newer" ] && [ "$1" -gt "$sdk_release" ]; }
}

# Whether java can read an SDK's options. They name folders: those of an SDK that was moved keep the JVM from starting, and so
# does a space in them. An SDK without native libraries of its own (from TornadoVM 7 on) has no java.library.path.
sdk_is_whole() {
  local argfile=$1/tornado-argfile folder named
  [ -r "$argfile" ] || return 1
  named=$(sed -n -e 's/^-Djava\.library\.path=//p' -e 's/^--module-path \.://p' -e 's/^--upgrade-module-path //p' "$argfile")
  while [ -n "$named" ]; do
    folder=${named%%$'\n'*}
    named=${named#"$folder"}
    named=${named#$'\n'}
    case $folder in *[[:space:]]*) return 1 ;; esac
    [ -d "${folder%%:*}" ] || return 1
  done
}

# Sets device_java, device_options and device_modules, the folders of the SDK's modules, where there are TornadoVM's SDK and a
# JDK for it. Where not, the plain JVM says why, if anybody asks for a device.
find_tornado() {
  local sdk argfile candidate
  sdk=$(sdk_folder)
  argfile=$sdk/tornado-argfile
  sdk_is_whole "$sdk" && sdk_jdk "$sdk" || return 1
  for candidate in "$java" "$(type -P java || true)" /usr/lib/jvm/*/bin/java "$(home_folder)"/.sdkman/candidates/java/*/bin/java; do
    if [ -x "$candidate" ] && sdk_fits "$(release_of "$candidate")"; then
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
