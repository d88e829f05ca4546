import type { Command } from '../command';

/** Forgets the password of a server, so that the next connection asks for it. */
const forgetPassword: Command = async ({ servers, tell }, node) => {
  const view = await servers.pick(node, 'Whose password is to be forgotten?');
  if (!view) return;
  await servers.passwords.forget(view.connection.address);
  tell.done('passwordForgotten');
};
export default forgetPassword;
