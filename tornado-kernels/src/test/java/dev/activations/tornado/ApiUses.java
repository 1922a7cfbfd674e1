package dev.activations.tornado;

import dev.activations.tornado.ApiMember.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What class files name of TornadoVM: each instruction, lambda, annotation and signature. */
final class ApiUses extends ClassVisitor {
  static final String PACKAGE = "uk/ac/manchester/tornado/";

  private static final Pattern CLASS = Pattern.compile(PACKAGE + "[\\w/$]+");

  private final NavigableSet<String> lines = new TreeSet<>();

  private ApiUses() {
    super(Opcodes.ASM9);
  }

  /** The lines of the list, sorted. */
  static NavigableSet<String> of(Path classes) throws IOException {
    ApiUses uses = new ApiUses();
    List<Path> files;
    try (Stream<Path> all = Files.walk(classes)) {
      files =
          all.filter(file -> file.toString().endsWith(".class"))
              .filter(file -> !file.endsWith("module-info.class"))
              .toList();
    }
    for (Path file : files) {
      ClassReader reader = new ClassReader(Files.readAllBytes(file));
      reader.accept(uses, ClassReader.SKIP_DEBUG);
      uses.classes(reader);
    }
    return uses.lines;
  }

  /** Every class that the constant pool names, be it in a descriptor or for an annotation. */
  private void classes(ClassReader reader) {
    for (int i = 1; i < reader.getItemCount(); i++) {
      int item = reader.getItem(i);
      if (item > 0 && reader.readByte(item - 1) == 1) {
        CLASS.matcher(utf8(reader, item)).results().map(MatchResult::group).forEach(this::type);
      }
    }
  }

  /** Byte by byte: the names of these classes are ASCII. */
  private static String utf8(ClassReader reader, int item) {
    int length = reader.readUnsignedShort(item);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) reader.readByte(item + 2 + i));
    }
    return text.toString();
  }

  private void type(String internalName) {
    String name = internalName.replace('/', '.');
    try {
      Class<?> type = Class.forName(name, false, ApiUses.class.getClassLoader());
      add(type.isInterface() ? Kind.INTERFACE : Kind.CLASS, internalName, "", "");
    } catch (ClassNotFoundException misspelt) {
      throw new AssertionError(name + " is named, but no class that it was compiled against");
    }
  }

  private void add(Kind kind, String owner, String name, String descriptor) {
    if (owner.startsWith(PACKAGE)) {
      lines.add(new ApiMember(kind, owner.replace('/', '.'), name, descriptor).line());
    }
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String type, String signature, String[] thrown) {
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        Kind kind = opcode == Opcodes.INVOKESTATIC ? Kind.STATIC_METHOD : Kind.METHOD;
        add(name.equals("<init>") ? Kind.CONSTRUCTOR : kind, owner, name, descriptor);
      }

      @Override
      public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        boolean ofClass = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
        add(ofClass ? Kind.STATIC_FIELD : Kind.FIELD, owner, name, descriptor);
      }

      /** A lambda implements the one method of its interface, and may be a method itself. */
      @Override
      public void visitInvokeDynamicInsn(
          String name, String descriptor, Handle bootstrap, Object... arguments) {
        if (bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
          String made = Type.getReturnType(descriptor).getInternalName();
          add(Kind.METHOD, made, name, ((Type) arguments[0]).getDescriptor());
        }
        for (Object argument : arguments) {
          if (argument instanceof Handle handle) {
            handle(handle);
          }
        }
      }
    };
  }

  private void handle(Handle handle) {
    Kind kind =
        switch (handle.getTag()) {
          case Opcodes.H_NEWINVOKESPECIAL -> Kind.CONSTRUCTOR;
          case Opcodes.H_INVOKESTATIC -> Kind.STATIC_METHOD;
          case Opcodes.H_GETSTATIC, Opcodes.H_PUTSTATIC -> Kind.STATIC_FIELD;
          case Opcodes.H_GETFIELD, Opcodes.H_PUTFIELD -> Kind.FIELD;
          default -> Kind.METHOD;
        };
    add(kind, handle.getOwner(), handle.getName(), handle.getDesc());
  }
}
