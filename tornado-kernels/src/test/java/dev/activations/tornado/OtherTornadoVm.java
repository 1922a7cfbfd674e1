package dev.activations.tornado;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Another TornadoVM than the one that the kernels were compiled against: some of its classes are
 * altered or not there. It loads the backend anew, so that the backend links against it.
 */
final class OtherTornadoVm extends ClassLoader {
  private static final String API = "uk.ac.manchester.tornado.api.";

  /** A class, a member or nothing, as a version of TornadoVM may have it. */
  record Member(int access, String name, String descriptor) {}

  private final Map<String, byte[]> altered = new HashMap<>();
  private final List<String> loaded = new ArrayList<>();

  OtherTornadoVm() {
    super(OtherTornadoVm.class.getClassLoader());
  }

  /** Those of its classes that the JVM has loaded. */
  List<String> loaded() {
    return loaded;
  }

  OtherTornadoVm without(String type) {
    altered.put(file(API + type), new byte[0]);
    return this;
  }

  /** With other members in a class: a change to null takes one out. */
  OtherTornadoVm with(String type, UnaryOperator<Member> change) {
    return with(type, 0, change);
  }

  /** With a class whose modifiers are others: those of the mask are turned over. */
  OtherTornadoVm with(String type, int mask, UnaryOperator<Member> change) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(bytes(file(API + type)))
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public void visit(
                  int version,
                  int access,
                  String name,
                  String signature,
                  String superName,
                  String[] interfaces) {
                super.visit(version, access ^ mask, name, signature, superName, interfaces);
              }

              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                Member member = change.apply(new Member(access, name, descriptor));
                return member == null
                    ? null
                    : super.visitMethod(
                        member.access(), member.name(), member.descriptor(), null, thrown);
              }

              @Override
              public FieldVisitor visitField(
                  int access, String name, String descriptor, String signature, Object value) {
                Member member = change.apply(new Member(access, name, descriptor));
                return member == null
                    ? null
                    : super.visitField(
                        member.access(), member.name(), member.descriptor(), null, value);
              }
            },
            0);
    altered.put(file(API + type), writer.toByteArray());
    return this;
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    byte[] other = altered.get(name);
    if (other == null) {
      return super.getResourceAsStream(name);
    }
    return other.length == 0 ? null : new ByteArrayInputStream(other);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith("dev.activations.tornado.") && !name.startsWith(API)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> already = findLoadedClass(name);
      if (already != null) {
        return already;
      }
      byte[] bytes = bytes(file(name));
      if (name.startsWith(API)) {
        loaded.add(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  private byte[] bytes(String file) {
    try (InputStream in = getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("no " + file);
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String file(String type) {
    return type.replace('.', '/') + ".class";
  }
}
