package dev.activations.tornado;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a class offers, read from its bytes: nothing is loaded or initialised, and it may be for
 * another JDK.
 *
 * @param access its modifiers
 * @param parents its superclass and its interfaces, with slashes
 * @param members its methods and fields
 */
record ClassFile(int access, List<String> parents, List<Member> members) {

  /**
   * A method or a field.
   *
   * @param access its modifiers
   * @param name {@code <init>} for a constructor
   * @param descriptor as in bytecode
   */
  record Member(int access, String name, String descriptor) {
    boolean isStatic() {
      return Modifier.isStatic(access);
    }

    /** For a message; a field's type stands behind its name. */
    @Override
    public String toString() {
      String open = Modifier.isPublic(access) ? "" : "hidden ";
      return open
          + (isStatic() ? "static " : "")
          + name
          + (descriptor.startsWith("(") ? "" : " ")
          + descriptor;
    }
  }

  boolean isInterface() {
    return Modifier.isInterface(access);
  }

  /** A class as a loader finds it; null where there is none. */
  static @Nullable ClassFile find(String internalName, ClassLoader loader) throws IOException {
    try (InputStream bytes = loader.getResourceAsStream(internalName + ".class")) {
      return bytes == null ? null : read(new DataInputStream(new BufferedInputStream(bytes)));
    }
  }

  private static ClassFile read(DataInputStream in) throws IOException {
    in.skipNBytes(8);
    Object[] constants = constants(in);
    int access = in.readUnsignedShort();
    in.skipNBytes(2);
    List<String> parents = new ArrayList<>();
    int superclass = in.readUnsignedShort();
    if (superclass != 0) {
      parents.add(nameAt(constants, superclass));
    }
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      parents.add(nameAt(constants, in.readUnsignedShort()));
    }
    List<Member> members = new ArrayList<>();
    readMembers(in, constants, members); // the fields
    readMembers(in, constants, members); // the methods
    return new ClassFile(access, parents, members);
  }

  /** Texts, and of a class the index of its name. */
  private static Object[] constants(DataInputStream in) throws IOException {
    Object[] constants = new Object[in.readUnsignedShort()];
    for (int i = 1; i < constants.length; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> constants[i] = in.readUTF();
        case 7 -> constants[i] = in.readUnsignedShort();
        case 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++; // takes two entries
        }
        default -> throw new IOException("a constant of the unknown kind " + tag);
      }
    }
    return constants;
  }

  private static String nameAt(Object[] constants, int index) {
    return (String) constants[(Integer) constants[index]];
  }

  private static void readMembers(DataInputStream in, Object[] constants, List<Member> members)
      throws IOException {
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      int access = in.readUnsignedShort();
      String name = (String) constants[in.readUnsignedShort()];
      members.add(new Member(access, name, (String) constants[in.readUnsignedShort()]));
      for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
        in.skipNBytes(2);
        in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
      }
    }
  }
}
