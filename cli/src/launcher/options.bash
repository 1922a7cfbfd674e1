# For the launcher: what a user asks of the JVM, in any of the variables that reach it. Whoever sources it has the function fail.

words_of() { # Sets words to those of a text, split as the JDK splits JDK_JAVA_OPTIONS: quotes of both kinds, nothing is expanded.
  local LC_ALL=C # a letter is then a byte, which is all that splitting needs
  local text=$1 word= begun= quote= char i
  words=()
  for ((i = 0; i < ${#text}; i++)); do
    char=${text:i:1}
    if [ -n "$quote" ]; then
      if [ "$char" = "$quote" ]; then quote=; else word+=$char; fi
      continue
    fi
    case $char in
      \' | \") quote=$char begun=yes ;;
      [[:space:]])
        [ -z "$begun" ] || words+=("$word")
        word= begun=
        ;;
      *) word+=$char begun=yes ;;
    esac
  done
  [ -z "$begun" ] || words+=("$word")
  [ -z "$quote" ] # where not, a quote stays open
}

lines_of() { # The text of a file of options, without its comments.
  local line
  while IFS= read -r line || [ -n "$line" ]; do
    case ${line#"${line%%[![:space:]]*}"} in '#'*) ;; *) printf '%s\n' "$line" ;; esac
  done <"$1"
}

# Sets asked to the options of all the JVM's variables, those that win last, with the options of files in place of the files.
ask() {
  local variable word file mark option words spoken
  asked=()
  for variable in JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS ACTIVATIONS_JAVA_OPTS _JAVA_OPTIONS; do
    words_of "${!variable:-}" || [ "$variable" != ACTIVATIONS_JAVA_OPTS ] ||
      fail "ACTIVATIONS_JAVA_OPTS has a quote that does not end: $ACTIVATIONS_JAVA_OPTS"
    [ "$variable" != ACTIVATIONS_JAVA_OPTS ] || chosen=(${words[@]+"${words[@]}"})
    spoken=(${words[@]+"${words[@]}"})
    for word in ${spoken[@]+"${spoken[@]}"}; do
      mark=
      case $word in
        @@*) continue ;;
        @*) file=${word#@} ;;
        -XX:VMOptionsFile=*) file=${word#*=} ;;
        -XX:Flags=*) file=${word#*=} mark=-XX: ;;
        *)
          asked+=("$word")
          continue
          ;;
      esac
      [ -f "$file" ] && [ -r "$file" ] || continue # java says so
      words_of "$(lines_of "$file")" || true
      for option in ${words[@]+"${words[@]}"}; do
        asked+=("$mark$option")
      done
    done
  done
}

asked_collector() { # What was said last of a garbage collector, such as +UseG1GC.
  local word said=
  for word in ${asked[@]+"${asked[@]}"}; do
    case $word in -XX:[+-]Use*GC) said=${word#-XX:} ;; esac
  done
  printf '%s' "$said"
}

asked_property() { # The value of a system property; what was said last.
  local word said=
  for word in ${asked[@]+"${asked[@]}"}; do
    case $word in "-D$1="*) said=${word#*=} ;; esac
  done
  printf '%s' "$said"
}

# Hands down what a JVM that measures the CPU is started with: a collector, unless one was asked for, and what was chosen. The
# program cannot split it again: each option ends with the byte 037.
hand_down() {
  local own=(${chosen[@]+"${chosen[@]}"})
  [ -n "$(asked_collector)" ] || own=(-XX:+UseParallelGC ${own[@]+"${own[@]}"})
  ACTIVATIONS_CPU_JVM=
  [ "${#own[@]}" -eq 0 ] || printf -v ACTIVATIONS_CPU_JVM '%s\037' "${own[@]}"
  export ACTIVATIONS_CPU_JVM
}
