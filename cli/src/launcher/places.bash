# For the launcher: names of files and folders that java would not understand. Whoever sources it has the function fail.

# Java reads the names of files in the charset of the locale. In the locale C, that of cron, systemd and slim containers, it is
# ASCII, and a name with another letter is the name of no file.
read_any_name() {
  local charset locale
  charset=$(locale charmap 2>/dev/null) || charset=$(charset_by_name)
  case $charset in ANSI_X3.4-1968 | US-ASCII | 646) ;; *) return 0 ;; esac
  for locale in C.UTF-8 C.utf8 en_US.UTF-8; do
    case $({ LC_ALL=$locale locale charmap || printf 'UTF-8'; } 2>/dev/null) in
      UTF-8)
        export LC_ALL=$locale
        return 0
        ;;
    esac
  done
  only_ascii "$PWD" "$root" "$@" || fail "the locale's charset is ASCII, in which java cannot name $strange: \
set LC_ALL to a locale with UTF-8, one of those that 'locale -a' lists"
}

charset_by_name() { # Where there is no command locale: by the rule of POSIX, which variable wins.
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in C | POSIX) printf 'US-ASCII' ;; *) printf 'UTF-8' ;; esac
}

only_ascii() { # Sets strange to the first word that is not of ASCII letters alone.
  local LC_ALL=C
  for strange in "$@"; do
    case $strange in *[$'\200'-$'\377']*) return 1 ;; esac
  done
}

# Sets place to a name of the folder for a class path, whose entries a colon separates.
name_for_class_path() {
  place=$1
  case $1 in *:*) ;; *) return 0 ;; esac
  exec 9<"$1"
  place=/proc/$$/fd/9 # as long as this process lives, which java takes over or whose end is awaited
  [ -d "$place/." ] || fail "java cannot be started in a folder with a colon in its name, which separates folders: \
move or link $1 to another name and start it there"
}

can_build_in() { # A compiler has no such way out.
  case $1 in *:*) fail "it is not built, and java cannot compile in a folder with a colon in its name, which separates folders: \
move or rename $1" ;; esac
}
