package dev.activations.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.BackendException;
import dev.activations.BackendInfo;
import dev.activations.BackendOptions;
import dev.activations.BackendProvider;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.Opcodes;

/** A TornadoVM that lacks something that we use is told in one line, before it is started. */
@Tag("simulator")
class OtherTornadoVmTest {
  private static final String API = "uk.ac.manchester.tornado.api.";

  private static UnaryOperator<OtherTornadoVm.Member> renamed(String from, String to) {
    return member ->
        member.name().equals(from)
            ? new OtherTornadoVm.Member(member.access(), to, member.descriptor())
            : member;
  }

  private static UnaryOperator<OtherTornadoVm.Member> typed(String name, String descriptor) {
    return member ->
        member.name().equals(name)
            ? new OtherTornadoVm.Member(member.access(), name, descriptor)
            : member;
  }

  private static UnaryOperator<OtherTornadoVm.Member> turned(String name, int access) {
    return member ->
        member.name().equals(name)
            ? new OtherTornadoVm.Member(member.access() ^ access, name, member.descriptor())
            : member;
  }

  private static Arguments other(OtherTornadoVm tornadoVm, String expected, String found) {
    return Arguments.of(tornadoVm, "expected " + expected + ", found " + found);
  }

  static Stream<Arguments> others() {
    String size = "TornadoTargetDevice";
    return Stream.of(
        other(
            new OtherTornadoVm().without(size),
            "interface " + API + size,
            "no such class (and 5 more)"),
        other(
            new OtherTornadoVm().with("TaskGraph", renamed("snapshot", "freeze")),
            "method "
                + API
                + "TaskGraph.snapshot()Luk/ac/manchester/tornado/api/ImmutableTaskGraph;",
            "none of that name"),
        other(
            new OtherTornadoVm().with("TaskGraph", typed("snapshot", "()V")),
            "method "
                + API
                + "TaskGraph.snapshot()Luk/ac/manchester/tornado/api/ImmutableTaskGraph;",
            "snapshot()V"),
        other(
            new OtherTornadoVm().with("WorkerGrid", typed("setLocalWork", "(III)V")),
            "method " + API + "WorkerGrid.setLocalWork(JJJ)V",
            "setLocalWork(III)V"),
        other(
            new OtherTornadoVm().with("KernelContext", typed("globalIdx", "I")),
            "field " + API + "KernelContext.globalIdx Ljava/lang/Integer;",
            "globalIdx I"),
        other(
            new OtherTornadoVm().with("KernelContext", turned("localBarrier", Opcodes.ACC_STATIC)),
            "method " + API + "KernelContext.localBarrier()V",
            "static localBarrier()V"),
        other(
            new OtherTornadoVm()
                .with(
                    "math.TornadoMath",
                    member ->
                        member.name().equals("floor") && member.descriptor().equals("(F)F")
                            ? turned("floor", Opcodes.ACC_PUBLIC).apply(member)
                            : member),
            "static-method " + API + "math.TornadoMath.floor(F)F",
            "hidden static floor(F)F and static floor(D)D"),
        other(
            new OtherTornadoVm().with("TornadoExecutionPlan", typed("<init>", "()V")),
            "constructor "
                + API
                + "TornadoExecutionPlan.<init>([Luk/ac/manchester/tornado/api/ImmutableTaskGraph;)V",
            "<init>()V"),
        other(
            new OtherTornadoVm().with("enums.ProfilerMode", renamed("SILENT", "QUIET")),
            "static-field "
                + API
                + "enums.ProfilerMode.SILENT Luk/ac/manchester/tornado/api/enums/ProfilerMode;",
            "none of that name"),
        other(
            new OtherTornadoVm()
                .with("WorkerGrid", Opcodes.ACC_INTERFACE, UnaryOperator.identity()),
            "interface " + API + "WorkerGrid",
            "a class"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void theBackendDoesNotOpenAndSaysWhatIsMissing(OtherTornadoVm tornadoVm, String line)
      throws Exception {
    BackendProvider provider =
        (BackendProvider)
            tornadoVm
                .loadClass(TornadoBackendProvider.class.getName())
                .getConstructor()
                .newInstance();

    List<BackendInfo> listed = provider.list();
    assertThat(listed).hasSize(1);
    BackendInfo info = listed.get(0);
    assertThat(info.isUsable()).isFalse();
    assertThat(info.reason())
        .startsWith("TornadoVM (")
        .contains(" lacks what the kernels use: ")
        .contains(line)
        .doesNotContain("\n");
    assertThat(info.fix()).contains("sdk install tornadovm");
    assertThatThrownBy(() -> provider.open("tornado", BackendOptions.DEFAULTS))
        .isInstanceOf(BackendException.class)
        .hasMessage("tornado cannot be used: " + info.reason() + "; " + info.fix());
    assertThat(tornadoVm.loaded()).as("classes of TornadoVM that were touched").isEmpty();
  }

  @Test
  void whatWeDoNotUseMayGo() {
    assertThat(new Linkage(new OtherTornadoVm()).obstacle()).isEmpty();
    OtherTornadoVm smaller =
        new OtherTornadoVm()
            .without("DataRange")
            .with("types.arrays.FloatArray", renamed("clear", "zero"));
    assertThat(new Linkage(smaller).obstacle()).isEmpty();
  }
}
