package dev.activations.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The launcher computes wherever it is, and whatever the environment says. With -Dthorough, since
 * it starts dozens of JVMs.
 */
@EnabledIfSystemProperty(named = "activations.thorough", matches = "true")
class SurroundingsTest {
  private Surroundings surroundings;

  @BeforeEach
  void unpack(@TempDir Path temporary) throws IOException {
    assumeThat(Path.of("/bin/bash")).as("the launcher's shell").exists();
    assumeThat(Path.of("/proc/self/fd")).as("Linux's names of folders with a colon").exists();
    surroundings = new Surroundings(temporary);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export LC_ALL=C IFS=/n CDPATH=/:/usr TMPDIR=/nowhere; cd /",
        "unset LC_ALL LANG LC_CTYPE HOME JAVA_HOME; PATH=$JDK/bin:$PATH",
        "export LC_ALL=tr_TR.UTF-8 HOME= JDK_JAVA_OPTIONS='-Duser.language=tr -Duser.country=TR'",
        "export LC_ALL=ar_EG.UTF-8 _JAVA_OPTIONS='-Duser.language=ar -Duser.country=EG'",
        "export JAVA_TOOL_OPTIONS=-XX:+UseSerialGC LC_ALL=POSIX LANG=de_DE",
        "export JDK_JAVA_OPTIONS='-Dx=\"a b\" -XX:+UseSerialGC' JAVA_HOME= PATH=$JDK/bin:$PATH",
        "export _JAVA_OPTIONS=-XX:+UseSerialGC; echo 'set -f; IFS=/; cd() { ls; }' >env; export BASH_ENV=env",
        "export ACTIVATIONS_JAVA_OPTS='\"-Dx=a b\" -Dy=\"it'\\''s\" -XX:+UseG1GC'",
        "cd() { builtin cd \"$@\" && pwd; }; export -f cd; export ENV=/dev/null POSIXLY_CORRECT=1",
      })
  void inAnyEnvironment(String setting) throws Exception {
    assertThat(surroundings.run("JDK=$JAVA_HOME\n" + setting + "\nrelu \"$launcher\"\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"größe a:b", "漢字 it's \"*\" $HOME;&", "-a"})
  void inAnyFolder(String folder) throws Exception {
    assertThat(
            surroundings.run(
                "folder=$WORK/'"
                    + folder.replace("'", "'\\''")
                    + """
                    '
                    install "$folder"
                    LC_ALL=C relu "$folder/activations"
                    cd -- "$folder" && relu ./activations
                    """))
        .isEmpty();
  }

  @Test
  void throughLinksFromAnywhere() throws Exception {
    String script =
        """
        mkdir "some bin" elsewhere
        ln -s ../plain/activations "some bin/-first"
        ln -s -- -first "some bin/activations"
        cd elsewhere
        PATH="$WORK/some bin:$PATH" relu activations
        relu bash -- "../some bin/activations"
        """;
    assertThat(surroundings.run(script)).isEmpty();
  }

  @Test
  void filesOfAnyName() throws Exception {
    String script =
        """
        export LC_ALL=C
        for name in 'größe 漢.npy' ./-a:b.npy @a.npy; do
          cp x.npy "$name"
          "$launcher" apply relu "$name" "$name-y"
          cmp expected.npy "$name-y"
        done
        "$launcher" apply -- relu -a:b.npy -y.npy
        mkdir é && cd é
        "$launcher" apply relu ../@a.npy y.npy
        cmp ../expected.npy y.npy
        """;
    assertThat(surroundings.run(script)).isEmpty();
  }

  @Test
  void nothingIsWrittenBesideTheProgram() throws Exception {
    String script =
        """
        chmod -R a-w plain
        find plain -printf '%p %T@\\n' | sort >before
        relu "$launcher"
        find plain -printf '%p %T@\\n' | sort | cmp before
        """;
    assertThat(surroundings.run(script)).isEmpty();
  }

  @Test
  void benchMeasuresInJvmsWithTheUsersOptions() throws Exception {
    String script =
        """
        export JAVA_TOOL_OPTIONS=-XX:+UseSerialGC ACTIVATIONS_JAVA_OPTS="-Xmx256m '-Dx=a b'" LC_ALL=C
        "$launcher" bench --backend cpu:plain --function relu --direction forward --shape 1x8 --quick --quiet
        """;
    assertThat(surroundings.run(script)).contains("cpu:plain").doesNotContain("ended");
  }

  /** Without the launcher nobody can choose another charset for the JVM. */
  @Test
  void aNameThatTheLocaleCannotHoldIsToldInOneLine() throws Exception {
    String script =
        """
        main() {
          LC_ALL=C "$JAVA_HOME/bin/java" -cp "$WORK/plain/cli/target/lib/*" dev.activations.cli.Main "$@" ||
            echo "status $?"
        }
        main apply relu größe.npy y.npy
        main plot relu --out é.svg
        mkdir ü && cd ü && main apply relu ../x.npy y.npy
        """;
    assertThat(surroundings.run(script).lines())
        .hasSize(6)
        .allMatch(
            line ->
                line.equals("status 2")
                    || (line.contains("expected a name in the locale's charset, US-ASCII, found ")
                        && line.contains(": set LC_ALL to a locale with UTF-8")));
  }
}
