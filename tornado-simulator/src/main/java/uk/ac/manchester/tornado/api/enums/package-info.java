/** Modes and kinds. */
package uk.ac.manchester.tornado.api.enums;
